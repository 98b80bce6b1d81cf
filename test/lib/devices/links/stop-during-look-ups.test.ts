import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STOP_PATIENCE_MS } from '../../../../lib/bluetooth/operation-queue';
import { batteryUuids } from '../../../../lib/bluetooth/services/battery';
import { deviceInformationUuids } from '../../../../lib/bluetooth/services/device-information';
import type { GattDevice } from '../../../../lib/bluetooth/transport';
import { simulatedBlockBlueLight } from '../../../../lib/simulated/framed/blockbluelight';
import type { FramedDevice } from '../../../../lib/simulated/framed/framed-device';
import { PaperDevice } from '../../../conformance/device/paper-device';
import { deviceRig, rigWorld } from '../../../support/device-rig';
import { makeBelt, makeBoots, makePad } from '../../../truth/stand-ins';
import { makePlan } from '../session/set-up';

/** A stop is written so soon after it was pressed and there is a link with the characteristic that it goes to. */
const WITHIN_MS = 2000;
/** A radio that is busy with the set-up of the driver itself is dropped for the stop, and sought anew after a pause that grows. */
const ANEW_MS = 8000;
const LOOK_UPS: ReadonlySet<string> = new Set([batteryUuids.service, deviceInformationUuids.service]);

interface Kind {
  readonly id: string;
  readonly make: () => FramedDevice;
  readonly plan: ReturnType<typeof makePlan>;
  readonly isStop: (bytes: Uint8Array) => boolean;
}
const KINDS: readonly Kind[] = [
  {
    id: 'open-recovery-compression',
    make: () => makeBoots(PaperDevice).model,
    plan: makePlan({ levels: { 'chamber-1': 40 }, seconds: 1200 }),
    isStop: ([op]) => op === 7,
  },
  {
    id: 'ftms-treadmill',
    make: () => makeBelt().model,
    plan: { ...makePlan({ levels: { belt: 2 }, seconds: 600 }), modality: 'active-recovery' },
    isStop: ([op, how]) => op === 8 && how === 1,
  },
  {
    id: 'ooler',
    make: () => makePad().model,
    plan: { ...makePlan({ temperatureC: 30, seconds: 1200 }), modality: 'warm-bath' },
    isStop: ([on, ...rest]) => on === 0 && rest.length === 0,
  },
  {
    id: 'blockbluelight-panel',
    make: () => simulatedBlockBlueLight(),
    plan: { ...makePlan({ levels: {}, seconds: 600 }), modality: 'red-light' },
    isStop: ([begin, address, op]) => begin === 0x3a && address === 1 && op === 0x20,
  },
];

/** What is slow, from the second link on: what the app looks up, or all of the set-up after the first service was found. */
type Slow = 'look-ups' | 'set-up';
type How = 'slow' | 'hangs';
type Event = 'lose' | 'back' | 'stop';

async function run(
  kind: Kind,
  slow: Slow,
  how: How,
  session: boolean,
  course: readonly { readonly what: Event; readonly afterS: number }[],
) {
  const world = rigWorld(kind.id, undefined, undefined, kind.make());
  let bad = false;
  let services = 0;
  let nextIsSlow = false;
  let linkMs = 0;
  let pressedMs: number | null = null;
  let reachableMs: number | null = null;
  let stoppedMs: number | null = null;
  const { radio, model } = world;
  const watched = async (device: GattDevice, uuid: string) => {
    nextIsSlow = bad && (slow === 'look-ups' ? LOOK_UPS.has(uuid) : services > 0);
    const found = await device.service(uuid);
    if (LOOK_UPS.has(uuid)) return found;
    services++;
    if (bad) reachableMs ??= world.clock.now();
    return found;
  };
  const wrapped = (device: GattDevice): GattDevice => ({
    id: device.id,
    name: device.name,
    connect: () => device.connect(),
    disconnect: () => device.disconnect(),
    get connected() {
      return device.connected;
    },
    onDisconnected: (listener) => device.onDisconnected(listener),
    service: (uuid) => watched(device, uuid),
  });
  const request = radio.request.bind(radio);
  radio.request = async (wanted) => wrapped(await request(wanted));
  model.radio = (operation) => {
    if (operation === 'connect') {
      services = 0;
      reachableMs = null;
      linkMs = world.clock.now();
      return { delayMs: 10, end: 'done' };
    }
    const isSlow = operation === 'discover' ? nextIsSlow : bad && slow === 'set-up' && operation !== 'write';
    if (!isSlow) return { delayMs: 10, end: 'done' };
    return how === 'slow' ? { delayMs: 4000, end: 'done' } : { delayMs: 10, end: 'hangs' };
  };
  const write = model.write.bind(model);
  model.write = (characteristic, bytes, atMs) => {
    if (pressedMs !== null && kind.isStop(bytes)) stoppedMs ??= atMs;
    return write(characteristic, bytes, atMs);
  };
  const app = await deviceRig(world);
  await app.passing(app.pair());
  await app.pass(1);
  if (session) expect(app.start(kind.plan)).toBe(true);
  await app.pass(15);
  bad = true;
  for (const { what, afterS } of course) {
    await app.pass(afterS);
    if (what === 'stop') {
      pressedMs ??= world.clock.now();
      void app.registry.stop(app.id);
    } else {
      if (what === 'lose') reachableMs = null;
      world.radio.setInReach(app.id, what === 'back');
    }
  }
  world.radio.setInReach(app.id, true);
  // A link that is sought anew is found within 15 s.
  let lateMs: number | null = null;
  for (let tenths = 0; tenths < 400 && stoppedMs === null && lateMs === null; tenths++) {
    await app.pass(0.1);
    const sinceMs = reachableMs === null || pressedMs === null ? 0 : world.clock.now() - Math.max(reachableMs, pressedMs);
    if (sinceMs > WITHIN_MS + (slow === 'set-up' ? ANEW_MS : 100)) lateMs = sinceMs;
  }
  await app.pass(1);
  const seen = { stopped: stoppedMs !== null, lateMs, linkMs };
  app.close();
  world.db.close();
  return seen;
}

const orders: readonly (readonly Event[])[] = [
  ['lose', 'back', 'stop'],
  ['lose', 'stop', 'back'],
  ['stop', 'lose', 'back'],
  ['lose', 'back', 'lose', 'back', 'stop'],
  ['lose', 'back', 'lose', 'stop', 'back'],
  ['lose', 'back', 'stop', 'lose', 'back'],
];
const course = fc
  .constantFrom(...orders)
  .chain((events) =>
    fc.tuple(
      ...events.map((what) => fc.record({ what: fc.constant(what), afterS: fc.integer({ min: 0, max: 80 }).map((tenths) => tenths / 10) })),
    ),
  );

it('the patience of the queue leaves time for the write', () => {
  expect(STOP_PATIENCE_MS).toBeLessThan(WITHIN_MS);
});

it.each(KINDS.map((kind) => [kind.id, kind] as const))(
  'a stop reaches %s in time whatever is looked up or set up on its link, in every order',
  async (_, kind) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Slow>('look-ups', 'set-up'),
        fc.constantFrom<How>('slow', 'hangs'),
        fc.boolean(),
        course,
        async (slow, how, session, events) => {
          const { stopped, lateMs } = await run(kind, slow, how, session, events);
          expect({ stopped, lateMs }).toEqual({ stopped: true, lateMs: null });
        },
      ),
      { numRuns: 8 },
    );
  },
);
