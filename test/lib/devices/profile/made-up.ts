import { type Profile, parseProfile } from '../../../../lib/devices/profile';

/** The parts that every made-up profile of these tests has. Its frames go to `command`; it hears `status`. */
const COMMON = {
  format: 'rebound-device-profile',
  version: 1,
  id: 'made-up',
  name: 'Made up',
  makers: ['Nobody'],
  source: 'none',
  verified: 'untested',
  match: { names: ['Made up'] },
  characteristics: {
    command: { at: [{ service: 'fff0', uuids: ['fff2'] }], write: 'either' },
    status: { at: [{ service: 'fff0', uuids: ['fff1'] }] },
  },
};

/** A profile with these parts. Throws when it is refused. */
export function madeUp(parts: object): Profile {
  const parsed = parseProfile(JSON.stringify({ ...COMMON, ...parts }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.profile;
}

/** The faults of a profile with these parts, as `path: code`. */
export function listFaultsOf(parts: object): readonly string[] {
  const parsed = parseProfile(JSON.stringify({ ...COMMON, ...parts }));
  return parsed.ok ? [] : parsed.faults.map(({ path, code }) => `${path}: ${code}`);
}

/** A thermometer with two probes, which reports none as FFF6. */
export const THERMOMETER = {
  class: 'thermometer',
  frames: { hello: { to: 'command', bytes: ['01'] } },
  setUp: [{ subscribe: 'status' }, { write: 'hello' }],
  status: [
    {
      from: 'status',
      minLength: 2,
      fields: [
        { to: 'temperatureC.1', at: 0, type: 's16le', divide: 10, none: [-10] },
        { to: 'temperatureC.2', at: 2, type: 's16le', divide: 10, none: [[-16, -1]] },
      ],
    },
  ],
};

/** A belt whose answers do not say what was asked. */
export const ASKED_BELT = {
  class: 'belt',
  frames: {
    speed: { to: 'command', bytes: ['D0', { value: 'level.belt', type: 'units-hundredths', unit: 'mph', round: 'down' }, '00 00'] },
    start: { to: 'command', bytes: ['E1 00 00 00 00'] },
    stop: { to: 'command', bytes: ['E0 00 00 00 00'] },
    'ask-speed': { to: 'command', bytes: ['A1 82 00 00 00'] },
    'ask-state': { to: 'command', bytes: ['A1 91 00 00 00'] },
  },
  setUp: [{ subscribe: 'status' }],
  poll: [
    { everyMs: 1000, steps: [{ ask: 'ask-state' }] },
    { everyMs: 1000, steps: [{ ask: 'ask-speed' }] },
  ],
  zones: [{ id: 'belt', control: 'absolute', range: { min: 0.7, max: 6.4, step: 0.1 }, unit: 'km/h', set: [{ write: 'speed' }] }],
  start: [{ write: 'start' }],
  stop: ['stop'],
  endsByItself: 'no',
  status: [
    {
      from: 'status',
      begins: 'A1 AA',
      minLength: 4,
      answers: ['ask-speed'],
      fields: [{ to: 'speedKmh', at: 2, type: 'units-hundredths', unit: 'mph' }],
    },
    { from: 'status', begins: 'A1 AA', minLength: 3, answers: ['ask-state'], fields: [{ to: 'running', at: 2, type: 'u8', in: [3] }] },
    { from: 'status', begins: 'A1 FF', answers: ['ask-speed', 'ask-state'], fields: [] },
  ],
};
