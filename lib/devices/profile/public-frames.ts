import * as v from 'valibot';
import { fitnessMachineUuids } from '../../bluetooth/services/fitness-machine';
import { openRecoveryOp, openRecoveryUuids } from '../../bluetooth/services/open-recovery';
import { PROFILE_FILES } from '../profiles/all';
import { sharePlace } from './could-equal';
import { type LevelFrame, listLevelFrames } from './hidden-level';
import { listMovingFrames } from './moving-frames';
import { type DeviceProfile, deviceProfileSchema, type ProfileFrame } from './schema';
import { couldMove } from './stop-meaning';
import { fullUuid } from './uuids';
import { own } from './values';

/** The Fitness Machine Service, section 4.16: the commands of its control point that move something. */
const FITNESS_MACHINE: DeviceProfile = {
  format: 'rebound-device-profile',
  version: 1,
  id: 'fitness-machine',
  name: 'Fitness machine',
  makers: ['Bluetooth SIG'],
  class: 'belt',
  source: 'Fitness Machine Service 1.0',
  verified: 'vectors',
  match: { services: ['1826'] },
  characteristics: { point: { at: [{ service: '1826', uuids: ['2ad9'] }], write: 'with-response' } },
  frames: {
    speed: { to: 'point', bytes: ['02', { value: 'level.belt', type: 'u16le', multiply: 100 }] },
    start: { to: 'point', bytes: ['07'] },
  },
  zones: [{ id: 'belt', control: 'absolute', range: { min: 0, max: 8, step: 0.1 }, unit: 'km/h', set: [{ write: 'speed' }] }],
  start: [{ write: 'start' }],
};

/** The op codes of a standard control point that may be written unasked: only the one that asks for control. */
const CONTROL_POINTS: ReadonlyMap<string, number> = new Map([
  [fitnessMachineUuids.controlPoint, 0],
  [openRecoveryUuids.controlPoint, openRecoveryOp('request-control')],
]);

interface PublicProfile {
  readonly profile: DeviceProfile;
  readonly moving: readonly ProfileFrame[];
  readonly levels: readonly LevelFrame[];
}

let known: readonly PublicProfile[] | null = null;

/** Protocols that anybody can look up: those of the built-in profiles, and of fitness machines. */
function listPublic(): readonly PublicProfile[] {
  known ??= [FITNESS_MACHINE, ...PROFILE_FILES.map((file) => v.parse(deviceProfileSchema, file))].map((profile) => ({
    profile,
    moving: listMovingFrames(profile),
    levels: listLevelFrames(profile, false),
  }));
  return known;
}

/** The frames of known devices that set a level or a temperature. */
export function listPublicLevels(): readonly LevelFrame[] {
  return listPublic().flatMap(({ levels }) => levels);
}

/** Whether a known device would begin to do something at the bytes of this frame, whatever the profile calls them. */
export function movesKnownDevice(profile: DeviceProfile, frame: ProfileFrame): boolean {
  return listPublic().some((one) => {
    const there = one.moving.filter(({ to }) => sharePlace(profile, frame.to, one.profile, to));
    return there.length > 0 && couldMove(profile, frame, one.profile, there);
  });
}

/** Whether this frame commands something at a standard control point, of which the user knows nothing. */
export function commandsControlPoint(profile: DeviceProfile, { to, bytes }: ProfileFrame): boolean {
  const places = own(profile.characteristics, to)?.at.flatMap(({ uuids }) => uuids.map(fullUuid)) ?? [];
  const [first] = bytes;
  return places.some((uuid) => {
    const allowed = CONTROL_POINTS.get(uuid);
    return allowed !== undefined && !(bytes.length === 1 && typeof first === 'string' && Number.parseInt(first, 16) === allowed);
  });
}
