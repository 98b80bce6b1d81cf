import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Transport } from '../../../../lib/bluetooth/transport';
import { heldClock } from '../../../../lib/core/clock';
import type { DriverKind } from '../../../../lib/devices/driver';
import { builtInKinds } from '../../../../lib/devices/drivers';
import { HandWrites, handHost } from '../../../../lib/devices/inspector/hand-writes';
import { Inspector } from '../../../../lib/devices/inspector/inspector';
import { listVendorServices } from '../../../../lib/devices/inspector/vendor-services';
import type { DeviceRegistry } from '../../../../lib/devices/links/registry';
import { memoryMarks } from '../../../../lib/devices/marks/mark-store';
import { isSensorProfile, kindOfProfile } from '../../../../lib/devices/profile';
import { builtInProfiles } from '../../../../lib/devices/profiles';
import { type CommandParts, carryOut } from '../../../../lib/devices/remote/carry-out';
import { toTimerStates } from '../../../../lib/devices/remote/host-timer';
import { listRunning } from '../../../../lib/devices/remote/running';
import { simulatedJensen } from '../../../../lib/simulated/framed/jensen';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { speakEnglish } from '../../../support/english';
import { toSimulatedTime } from '../../../support/flaky-transport';
import { START_MS } from '../../../support/packets';
import { settled } from '../../../support/until';

beforeEach(() => {
  speakEnglish();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const MAKERS_PIN = '3060';

/** A simulated bed that the inspector is linked to, and what its writes lead to. */
async function inspecting(kinds: readonly DriverKind[] = builtInKinds, pin = MAKERS_PIN) {
  const clock = heldClock(START_MS);
  const model = simulatedJensen({ pin });
  const radio = simulatedTransport([model], toSimulatedTime(clock));
  const transport: Transport = {
    ...radio,
    request: ({ optionalServices }) => radio.request({ services: model.advertised, optionalServices, names: [model.name] }),
  };
  const inspector = new Inspector({ transport, clock, random: () => 0.5, vendors: listVendorServices(builtInKinds), take: () => true });
  const marks = memoryMarks();
  const hand = new HandWrites(inspector, {
    kinds: () => kinds,
    given: () => ({ secrets: {}, settings: pin === MAKERS_PIN ? {} : { pin } }),
    marks,
    clock,
  });
  const host = handHost(hand);
  const devices = { stopAll: async () => 'accepted' } as unknown as DeviceRegistry;
  const parts = { devices, sessions: { deviceSessions: { sessions: { value: new Map() } } }, timers: [host] } as unknown as CommandParts;
  const passing = async <T>(work: Promise<T>): Promise<T> => {
    let done = false;
    void work.finally(() => {
      done = true;
    });
    for (let turn = 0; turn < 100 && !done; turn++) {
      await clock.advance(100);
      await settled();
    }
    return work;
  };
  await passing(inspector.pick([]));
  const command = inspector.services.value.find(({ uuid }) => uuid.startsWith('00001234'));
  const key = command?.characteristics[0]?.key ?? '';
  const shown = () => toTimerStates([host], () => 0);
  return {
    inspector,
    marks,
    hand,
    shown,
    names: () => listRunning([], shown()).devices.map(({ name }) => name),
    runs: () => model.state(clock.now()).running,
    nowMs: () => clock.now(),
    async untilRest() {
      for (let turn = 0; turn < 200 && model.state(clock.now()).running; turn++) await settled();
    },
    /** The PIN that the bed was made with, then massage of head and foot at 5. */
    async writeMassage() {
      await passing(hand.write(key, Uint8Array.of(0x1e, ...[...pin].map(Number), 0)));
      await passing(hand.write(key, Uint8Array.of(0x12, 5, 5, 0, 0, 0)));
    },
    /** On a link that is unlocked. */
    writeAgain: () => passing(hand.write(key, Uint8Array.of(0x12, 5, 5, 0, 0, 0))),
    order: (command: 'stop' | 'stop-all' | 'is-off') => passing(carryOut(parts, { command, id: 'timer:inspector' })),
  };
}

describe('what a person writes with the inspector', () => {
  it('is shown from the first byte on; a stop that Rebound knows for the device ends it', async () => {
    const the = await inspecting();
    expect(the.shown()).toEqual([]);
    await the.writeMassage();
    expect([the.runs(), the.names()]).toEqual([true, [the.inspector.name.value]]);
    expect(the.shown()).toMatchObject([{ id: 'timer:inspector', state: 'running', written: 'stop-known' }]);
    expect(await the.marks.read()).toMatchObject([{ id: the.inspector.deviceId, driverKind: 'jensen-bed' }]);
    expect(await the.order('stop-all')).toBe('accepted');
    expect([the.runs(), the.shown(), await the.marks.read()]).toEqual([false, [], []]);
  });

  it('is stopped with the PIN that the user gave the device', async () => {
    const the = await inspecting(builtInKinds, '4711');
    await the.writeMassage();
    expect(the.runs()).toBe(true);
    expect(await the.order('stop-all')).toBe('accepted');
    expect(the.runs()).toBe(false);
  });

  it('is stopped at once, however long the set-up of its kind takes', async () => {
    const jensen = builtInProfiles.find(({ id }) => id === 'jensen-bed');
    if (jensen === undefined || isSensorProfile(jensen)) throw new Error('no profile of the Jensen bed');
    const the = await inspecting([kindOfProfile({ ...jensen, setUp: [...(jensen.setUp ?? []), { pauseMs: 8000 }] })]);
    await the.writeMassage();
    const startedMs = the.nowMs();
    const stopping = the.order('stop-all');
    await the.untilRest();
    expect(the.nowMs() - startedMs).toBeLessThan(2000);
    expect(await stopping).toBe('accepted');
    expect(the.shown()).toEqual([]);
  });

  it('stays when something is written while the stop is on its way', async () => {
    const the = await inspecting();
    await the.writeMassage();
    await Promise.all([the.order('stop-all'), the.writeAgain()]);
    // Nobody knows which of them the device obeyed last.
    expect([the.names().length, (await the.marks.read()).length]).toEqual([1, 1]);
    expect(await the.order('stop-all')).toBe('accepted');
    expect([the.runs(), the.shown(), await the.marks.read()]).toEqual([false, [], []]);
  });

  it('stays where no stop is known, and Escape says so, until a person says that it is off', async () => {
    const the = await inspecting([]);
    await the.writeMassage();
    expect(the.shown()).toMatchObject([{ written: 'no-stop' }]);
    expect(await the.order('stop-all')).toBe('failed');
    expect([the.runs(), the.names().length]).toEqual([true, 1]);
    expect(await the.marks.read()).toMatchObject([{ driverKind: null }]);
    expect(await the.order('is-off')).toBe('accepted');
    expect([the.shown(), await the.marks.read()]).toEqual([[], []]);
  });

  it('stays when the link is gone, because nothing can be sent over it', async () => {
    const the = await inspecting();
    await the.writeMassage();
    the.inspector.close();
    expect(the.shown()).toMatchObject([{ written: 'no-stop' }]);
    expect(await the.order('stop')).toBe('failed');
    expect(the.shown()).toHaveLength(1);
  });

  it('is offered no stop where the device could be of several kinds', async () => {
    const jensen = builtInKinds.find(({ id }) => id === 'jensen-bed');
    if (jensen === undefined) throw new Error('no such kind');
    const the = await inspecting([jensen, { ...jensen, id: 'another' }]);
    await the.writeMassage();
    expect(the.shown()).toMatchObject([{ written: 'no-stop' }]);
  });
});
