import { writtenIn } from './polls';
import type { DeviceProfile, ProfileFrame, ProfileStep } from './schema';
import { own } from './values';

type Keys = readonly (string | number)[];

/** The steps of every command, and their place in the profile. */
export function listCommands(profile: DeviceProfile): readonly (readonly [Keys, readonly ProfileStep[]])[] {
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

/** Whether the command at this place is to make the device, or a part of it, rest. */
export function isRestful(keys: Keys): boolean {
  return keys[0] === 'pause' || keys.at(-1) === 'off';
}

/** The frames that may set the device in motion: all that commands write, but those of pause and off. */
export function listMovingFrames(profile: DeviceProfile): readonly ProfileFrame[] {
  const ids = new Set(
    listCommands(profile)
      .filter(([keys]) => !isRestful(keys))
      .flatMap(([, steps]) => steps.flatMap((step) => writtenIn(step) ?? [])),
  );
  return [...ids].flatMap((id) => own(profile.frames, id) ?? []);
}
