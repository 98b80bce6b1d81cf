import type { DeviceProfile, ProfilePoll, ProfileStep } from './schema';

/** The polls of a profile, each with its own interval. */
export function listPolls({ poll = [] }: DeviceProfile): readonly ProfilePoll[] {
  return Array.isArray(poll) ? poll : [poll];
}

/** The frame that a step writes; null for a step that writes nothing. */
export function writtenIn(step: ProfileStep): string | null {
  if ('write' in step) return step.write;
  return 'ask' in step ? step.ask : null;
}
