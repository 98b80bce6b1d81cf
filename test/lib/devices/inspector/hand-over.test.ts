import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Transport } from '../../../../lib/bluetooth/transport';
import { builtInKinds } from '../../../../lib/devices/drivers';
import { DryRunSession } from '../../../../lib/devices/inspector/dry-session';
import { toDryRunTarget } from '../../../../lib/devices/inspector/dry-target';
import { handOver } from '../../../../lib/devices/inspector/hand-over';
import { HandWrites } from '../../../../lib/devices/inspector/hand-writes';
import { Inspector } from '../../../../lib/devices/inspector/inspector';
import { SharedMarks } from '../../../../lib/devices/inspector/shared-marks';
import { listVendorServices } from '../../../../lib/devices/inspector/vendor-services';
import { builtInProfiles } from '../../../../lib/devices/profiles';
import { deviceRig, rigWorld } from '../../../support/device-rig';
import { speakEnglish } from '../../../support/english';

beforeEach(() => {
  speakEnglish();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const MASSAGE = Uint8Array.of(0x12, 5, 5, 0, 0, 0);
const UNLOCK = Uint8Array.of(0x1e, 3, 0, 6, 0, 0);

/** The app tab with its inspector, beside a bed that one of them may be linked to. */
async function inspecting() {
  const world = rigWorld('jensen-bed');
  const app = await deviceRig(world);
  const transport: Transport = {
    ...world.radio,
    request: ({ optionalServices }) =>
      world.radio.request({ services: world.model.advertised, optionalServices, names: [world.model.name] }),
  };
  const shared = new SharedMarks(world.store);
  const inspector: Inspector = new Inspector({
    transport,
    clock: world.appClock,
    random: () => 0.5,
    vendors: listVendorServices(builtInKinds),
    take: () => true,
    closing: (id) => handOver(id, [dry, hand], shared, app.deviceSessions.marks),
  });
  const dry = new DryRunSession(inspector, shared.part(), () => world.clock.now());
  const hand = new HandWrites(inspector, {
    kinds: () => builtInKinds,
    given: () => ({ secrets: {}, settings: {} }),
    marks: shared.part(),
    clock: world.appClock,
  });
  await app.passing(inspector.pick([]));
  const key = inspector.services.value.find(({ uuid }) => uuid.startsWith('00001234'))?.characteristics[0]?.key ?? '';
  return { world, app, inspector, dry, hand, key };
}

describe('a device that the inspector set moving, when the inspector closes its link', () => {
  const profile = builtInProfiles.find(({ id }) => id === 'jensen-bed');
  if (profile === undefined) throw new Error('no profile of the Jensen bed');
  const ways: readonly [string, (the: Awaited<ReturnType<typeof inspecting>>) => Promise<void>][] = [
    [
      'by hand',
      async ({ app, hand, key }) => {
        await app.passing(hand.write(key, UNLOCK));
        await app.passing(hand.write(key, MASSAGE));
      },
    ],
    [
      'by a dry run',
      async ({ app, dry, hand, inspector, key }) => {
        await app.passing(hand.write(key, UNLOCK));
        await app.passing(hand.stop());
        const step = { kind: 'write', characteristic: '', frame: 'massage', bytes: MASSAGE } as const;
        const target = toDryRunTarget(profile, step, inspector.services.value);
        await app.passing(dry.send({ profile, settings: {} }, target?.key ?? '', step));
      },
    ],
  ];
  it.each(ways)('%s: every surface asks about it, and Stop reaches it', async (_, move) => {
    const the = await inspecting();
    const { world, app, inspector, dry, hand } = the;
    await move(the);
    expect([app.runs(), dry.moves || hand.moving.value.length > 0]).toEqual([true, true]);
    inspector.close();
    expect([app.left(), dry.moves, hand.moving.value]).toEqual([[app.id], false, []]);
    expect((await world.store.read()).map(({ id }) => id)).toEqual([app.id]);
    void app.registry.stop(app.id, true);
    await app.pass(30);
    expect([app.runs(), app.left(), await world.store.read()]).toEqual([false, [], []]);
    app.close();
    world.db.close();
  });

  it('at rest: nothing is asked', async () => {
    const { world, app, inspector } = await inspecting();
    inspector.close();
    expect([app.left(), await world.store.read()]).toEqual([[], []]);
    app.close();
    world.db.close();
  });
});
