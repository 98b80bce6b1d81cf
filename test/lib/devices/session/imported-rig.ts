import { uuid16 } from '../../../../lib/bluetooth/uuid';
import type { SessionPlan } from '../../../../lib/catalogue';
import type { DriverKind } from '../../../../lib/devices/driver';
import { kindOfProfile, parseProfile } from '../../../../lib/devices/profile';
import { type FramedDevice, type FramedDeviceBody, framedDevice, type Send } from '../../../../lib/simulated/framed/framed-device';
import { allows } from '../../../../lib/simulated/peripheral';
import { deviceRig, rigWorld } from '../../../support/device-rig';
import { readScreen } from '../../../truth/read-screen';

/** The app with an imported profile, and a made-up device of service AE00: AE01 takes commands, AE02 tells its state. */

export const STATE = uuid16(0xae02);

/** The kind of a profile. Throws when it is refused. */
export function importedKind(profile: object): DriverKind {
  const parsed = parseProfile(JSON.stringify(profile));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return kindOfProfile(parsed.profile);
}

export function madeUpDevice(name: string, make: (send: Send) => Omit<FramedDeviceBody, 'services'>): FramedDevice {
  const service = uuid16(0xae00);
  return framedDevice({ address: '5E:B0:00:00:02:77', name, advertised: [service] }, (send) => ({
    services: [
      {
        uuid: service,
        characteristics: [
          { uuid: uuid16(0xae01), properties: allows('write') },
          { uuid: STATE, properties: allows('notify') },
        ],
      },
    ],
    ...make(send),
  }));
}

/** What a profile of such a device has in common. */
export const MADE_UP = {
  format: 'rebound-device-profile',
  version: 1,
  id: 'made-up',
  name: 'Made up',
  makers: ['Nobody'],
  source: 'none',
  verified: 'untested',
  endsByItself: 'no',
  match: { namePrefixes: ['Made'] },
  characteristics: {
    command: { at: [{ service: 'ae00', uuids: ['ae01'] }], write: 'with-response' },
    state: { at: [{ service: 'ae00', uuids: ['ae02'] }] },
  },
  setUp: [{ subscribe: 'state' }],
} as const;

/** Pairs the device; `written` are the bytes written to it, in hexadecimal. The caller must call `end`. */
export async function importedRig(kind: DriverKind, model: FramedDevice) {
  const world = rigWorld('jensen-bed', undefined, kind, model);
  const app = await deviceRig({ ...world, kinds: [kind] });
  const written: string[] = [];
  const write = world.model.write.bind(world.model);
  world.model.write = (characteristic, bytes, atMs) => {
    written.push(Buffer.from(bytes).toString('hex'));
    return write(characteristic, bytes, atMs);
  };
  await app.passing(app.pair());
  return {
    world,
    app,
    written,
    screen: () => readScreen(app),
    state: () => app.session()?.view.state.value,
    start: (plan: SessionPlan) => app.start(plan),
    lose: () => world.radio.setInReach(app.id, false),
    back: () => world.radio.setInReach(app.id, true),
    stop: () => app.passing(app.registry.stop(app.id)),
    end() {
      app.close();
      world.db.close();
    },
  };
}
