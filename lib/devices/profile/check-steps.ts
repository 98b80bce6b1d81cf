import { couldEqual } from './could-equal';
import type { FaultList } from './faults';
import { valuesIn } from './frame';
import { ANSWER_WITHIN_MS, LONGEST_SET_UP_MS } from './limits';
import { listPolls, writtenIn } from './polls';
import type { DeviceProfile, ProfileFrame, ProfileStep } from './schema';
import { onlyStops } from './stop-meaning';
import { own } from './values';

type Keys = readonly (string | number)[];

/** Checks steps: every name exists, the stop stops, and the set-up starts nothing. */
export function checkSteps(profile: DeviceProfile, faults: FaultList): void {
  const commanded = new Set<string>();
  /** Those that may set the device in motion: all but the ones of pause and off. */
  const moving = new Set<string>();
  for (const [keys, steps] of listCommands(profile)) {
    checkNames(profile, steps, keys, faults);
    const writes = steps.flatMap((step) => writtenIn(step) ?? []);
    steps.forEach((step, i) => {
      if ('ask' in step) faults.add('value-not-allowed-here', ...keys, i, 'ask');
    });
    if (writes.length === 0) faults.add('writes-nothing', ...keys);
    for (const frame of writes) commanded.add(frame);
    if (keys[0] !== 'pause' && keys.at(-1) !== 'off') for (const frame of writes) moving.add(frame);
  }
  const movingFrames = listFrames(profile, moving);
  profile.stop?.forEach((id, i) => {
    const frame = own(profile.frames, id);
    if (frame === undefined) faults.expectName(Object.keys(profile.frames), 'unknown-frame', 'stop', i);
    else if (valuesIn(frame).some((value) => !value.startsWith('setting.'))) faults.add('value-not-allowed-here', 'stop', i);
    else if (own(profile.characteristics, frame.to)?.optional) faults.add('value-not-allowed-here', 'stop', i);
    else if (!onlyStops(profile, frame, movingFrames)) faults.add('stop-commands', 'stop', i);
  });
  quiet(profile, profile.setUp, ['setUp'], commanded, faults);
  const many = Array.isArray(profile.poll);
  listPolls(profile).forEach(({ steps }, i) => {
    quiet(profile, steps, many ? ['poll', i, 'steps'] : ['poll', 'steps'], commanded, faults);
  });
  const writes = profile.setUp?.filter((step) => writtenIn(step) !== null).length ?? 0;
  const waits = (profile.setUp ?? []).map((step) => {
    if ('pauseMs' in step) return step.pauseMs;
    if ('await' in step) return step.await.timeoutMs;
    return 'ask' in step ? ANSWER_WITHIN_MS : 0;
  });
  const longestMs = waits.reduce((all, ms) => all + ms, writes * (profile.spacingMs ?? 0));
  if (longestMs > LONGEST_SET_UP_MS) faults.add('too-long', 'setUp');
}

/** The steps of every command, and their place in the profile. */
function listCommands(profile: DeviceProfile): readonly (readonly [Keys, readonly ProfileStep[]])[] {
  const { zones = [], programmes = [], temperature, timer, start, pause } = profile;
  const found: (readonly [Keys, readonly ProfileStep[] | undefined])[] = [
    ...zones.flatMap((zone, i) =>
      (['set', 'up', 'down', 'toggle', 'on', 'off'] as const).map((way) => [['zones', i, way], zone[way]] as const),
    ),
    [['temperature', 'steps'], temperature?.steps],
    ...programmes.map(({ steps }, i) => [['programmes', i, 'steps'], steps] as const),
    [['timer', 'steps'], timer?.steps],
    [['start'], start],
    [['pause'], pause],
  ];
  return found.flatMap(([keys, steps]) => (steps === undefined ? [] : [[keys, steps] as const]));
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
    else if (commandsSomething(profile, frame, commanded)) faults.add('command-frame-in-set-up', ...keys, i, key);
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
