import { expect, it } from 'vitest';
import { toLogEntry } from '../../../../lib/today/plan/log-session';

const session = (modality: string, minutes: number) => ({
  id: 's',
  plan: { modality, doseOf: 'user', steps: [{ seconds: minutes * 60 }], item: `${modality}@x`, itemMinutes: 20 },
  device: null,
  startedAtMs: 0,
  endedAtMs: minutes * 60_000,
  timeZone: 'UTC',
  day: '1970-01-01',
  end: 'finished' as const,
  done: [],
  activeS: minutes * 60,
  demo: false,
});

it('the user’s own session does an item only if it lasts at least half as long', () => {
  expect(toLogEntry(session('pneumatic-compression', 9))).toBeNull();
  expect(toLogEntry(session('pneumatic-compression', 10))?.itemId).toBe('pneumatic-compression@x');
  expect(toLogEntry(session('cold-water-immersion', 2))).toMatchObject({ itemId: null, minutes: 2 });
});
