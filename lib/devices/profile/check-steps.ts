import { couldEqual } from './could-equal';
import type { FaultList } from './faults';
import { valuesIn } from './frame';
import { hidesLevel, listLevelFrames } from './hidden-level';
import { ANSWER_WITHIN_MS, LONGEST_SET_UP_MS } from './limits';
import { isRestful, listCommands, listMovingFrames } from './moving-frames';
import { listPolls, writtenIn } from './polls';
import { commandsControlPoint, listPublicLevels, movesKnownDevice } from './public-frames';
import type { DeviceProfile, ProfileFrame, ProfileStep } from './schema';
import { onlyStops } from './stop-meaning';
import { own } from './values';

type Keys = readonly (string | number)[];

/** Checks steps: every name exists, the stop stops, and the set-up starts nothing. */
export function checkSteps(profile: DeviceProfile, faults: FaultList): void {
  const commanded = new Set<string>();
  for (const [keys, steps] of listCommands(profile)) {
    checkNames(profile, steps, keys, faults);
    const writes = steps.flatMap((step) => writtenIn(step) ?? []);
    steps.forEach((step, i) => {
      if ('ask' in step) faults.add('value-not-allowed-here', ...keys, i, 'ask');
    });
    if (writes.length === 0) faults.add('writes-nothing', ...keys);
    for (const frame of writes) commanded.add(frame);
  }
  const moving = listMovingFrames(profile);
  profile.stop?.forEach((id, i) => {
    const frame = own(profile.frames, id);
    if (frame === undefined) faults.expectName(Object.keys(profile.frames), 'unknown-frame', 'stop', i);
    else if (valuesIn(frame).some((value) => !value.startsWith('setting.'))) faults.add('value-not-allowed-here', 'stop', i);
    else if (own(profile.characteristics, frame.to)?.optional) faults.add('value-not-allowed-here', 'stop', i);
    else if (!onlyStops(profile, frame, moving) || movesKnownDevice(profile, frame)) faults.add('stop-commands', 'stop', i);
  });
  const unasked = listUnasked(profile);
  for (const [keys, steps] of unasked) quiet(profile, steps, keys, commanded, faults);
  checkHiddenLevels(profile, [...listCommands(profile), ...unasked], faults);
  const writes = profile.setUp?.filter((step) => writtenIn(step) !== null).length ?? 0;
  const waits = (profile.setUp ?? []).map((step) => {
    if ('pauseMs' in step) return step.pauseMs;
    if ('await' in step) return step.await.timeoutMs;
    return 'ask' in step ? ANSWER_WITHIN_MS : 0;
  });
  const longestMs = waits.reduce((all, ms) => all + ms, writes * (profile.spacingMs ?? 0));
  if (longestMs > LONGEST_SET_UP_MS) faults.add('too-long', 'setUp');
}

/** The steps that are run without a command, and their place in the profile. */
function listUnasked(profile: DeviceProfile): readonly (readonly [Keys, readonly ProfileStep[]])[] {
  const many = Array.isArray(profile.poll);
  const polls = listPolls(profile).map(({ steps }, i) => [many ? ['poll', i, 'steps'] : ['poll', 'steps'], steps] as const);
  return [...(profile.setUp === undefined ? [] : [[['setUp'], profile.setUp] as const]), ...polls];
}

/** A level, a speed, a pressure or a temperature is sent only as that value, within its range: never as other bytes that the device takes for it. */
function checkHiddenLevels(profile: DeviceProfile, all: readonly (readonly [Keys, readonly ProfileStep[]])[], faults: FaultList): void {
  const levels = [...listLevelFrames(profile, true), ...listPublicLevels()];
  const judged = new Map<string, boolean>();
  const hides = (id: string, rests: boolean): boolean => {
    const key = `${id} ${rests}`;
    const frame = own(profile.frames, id);
    const known = judged.get(key) ?? (frame !== undefined && levels.some((read) => hidesLevel(profile, frame, read, rests)));
    judged.set(key, known);
    return known;
  };
  for (const [keys, steps] of all) {
    steps.forEach((step, i) => {
      const written = writtenIn(step);
      if (written !== null && hides(written, isRestful(keys))) faults.add('hidden-level', ...keys, i, 'ask' in step ? 'ask' : 'write');
    });
  }
}

function checkNames(profile: DeviceProfile, steps: readonly ProfileStep[], keys: Keys, faults: FaultList): void {
  steps.forEach((step, i) => {
    const written = writtenIn(step);
    const key = 'ask' in step ? 'ask' : 'write';
    const answered = written !== null && (profile.status ?? []).some(({ answers }) => answers?.includes(written));
    if (written !== null && own(profile.frames, written) === undefined)
      faults.expectName(Object.keys(profile.frames), 'unknown-frame', ...keys, i, key);
    else if ('ask' in step && !answered) faults.add('no-answer', ...keys, i, key);
    else if ('write' in step && answered) faults.add('question-not-asked', ...keys, i, key);
    const heard = 'read' in step ? step.read : 'subscribe' in step ? step.subscribe : 'await' in step ? step.await.from : null;
    if (heard !== null && own(profile.characteristics, heard) === undefined)
      faults.expectName(Object.keys(profile.characteristics), 'unknown-characteristic', ...keys, i);
  });
}

/**
 * Nothing starts without a click: unasked frames carry no level, temperature, time or programme, and cannot be the bytes of a command, by
 * whatever name.
 */
function quiet(
  profile: DeviceProfile,
  steps: readonly ProfileStep[] | undefined,
  keys: Keys,
  commanded: ReadonlySet<string>,
  faults: FaultList,
): void {
  if (steps === undefined) return;
  checkNames(profile, steps, keys, faults);
  steps.forEach((step, i) => {
    const written = writtenIn(step);
    const frame = written === null ? undefined : own(profile.frames, written);
    if (frame === undefined) return;
    const key = 'ask' in step ? 'ask' : 'write';
    if (valuesIn(frame).some((value) => !value.startsWith('setting.'))) faults.add('value-not-allowed-here', ...keys, i, key);
    else if (commandsSomething(profile, frame, commanded) || commandsControlPoint(profile, frame) || movesKnownDevice(profile, frame))
      faults.add('command-frame-in-set-up', ...keys, i, key);
  });
}

function listFrames(profile: DeviceProfile, ids: ReadonlySet<string>): readonly ProfileFrame[] {
  return [...ids].map((id) => own(profile.frames, id)).filter((frame) => frame !== undefined);
}

function commandsSomething(profile: DeviceProfile, frame: ProfileFrame, commanded: ReadonlySet<string>): boolean {
  const commands = listFrames(profile, commanded);
  const stops = (profile.stop ?? []).some((id) => {
    const stop = own(profile.frames, id);
    return stop?.to === frame.to && JSON.stringify(stop.bytes) === JSON.stringify(frame.bytes);
  });
  // "All levels 0" is a stop (`onlyStops`), though the frame that sets levels could be it.
  const forbidden = stops ? commands.filter((command) => valuesIn(command).length === 0) : commands;
  return forbidden.some((command) => couldEqual(profile, frame, command));
}
