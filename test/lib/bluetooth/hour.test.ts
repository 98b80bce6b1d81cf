import { describe, expect, it } from 'vitest';
import { Connection } from '../../../lib/bluetooth/connection';
import { heartRateUuids } from '../../../lib/bluetooth/services/heart-rate';
import { STRAP_REQUEST, setUpStrap } from '../../../lib/bluetooth/strap';
import type { GattCharacteristic, GattDevice } from '../../../lib/bluetooth/transport';
import { heldClock } from '../../../lib/core/clock';
import { findGaps, Recording } from '../../../lib/recording';
import { SimulatedDevice } from '../../../lib/simulated/device';
import type { SentBeat } from '../../../lib/simulated/heart-rate-options';
import type { PeripheralModel } from '../../../lib/simulated/model';
import { physiologicalRr } from '../../../lib/simulated/physiology';
import { type Prng, prng } from '../../../lib/simulated/prng';
import { withRadioFaults } from '../../../lib/simulated/radio-faults';
import { replayStrap } from '../../../lib/simulated/replay';
import { toSimulatedTime } from '../../support/flaky-transport';

const HOUR_MS = 3_600_000;
const DISCONNECTS = 60;
/** Longer than any beat of these hearts. */
const BEAT_MS = 1500;

/** Intervals for slightly more than an hour. */
function hourOfBeats(seed: number): number[] {
  const rrMs: number[] = [];
  let sumMs = 0;
  for (const rr of physiologicalRr({ seed, meanHrBpm: 55, rmssdMs: 50 })) {
    rrMs.push(rr);
    sumMs += rr;
    if (sumMs > HOUR_MS + 60_000) break;
  }
  return rrMs;
}

/** Each operation takes time, so that links are also lost during connecting and set-up. */
function slow(model: PeripheralModel, random: Prng): PeripheralModel {
  return {
    ...model,
    radio(operation, atMs) {
      const outcome = model.radio?.(operation, atMs) ?? { delayMs: 0, end: 'done' };
      return { ...outcome, delayMs: 20 + 300 * random.uniform() };
    },
  };
}

/** The device, and what the strap sent while connected and subscribed: the content of a perfect recording. */
function tapped(device: GattDevice, sent: readonly SentBeat[]) {
  const stretches: { from: number; to: number | null }[] = [];
  device.onDisconnected(() => {
    const last = stretches.at(-1);
    if (last !== undefined) last.to ??= sent.length;
  });
  const tapCharacteristic = (one: GattCharacteristic): GattCharacteristic => ({
    uuid: one.uuid,
    properties: one.properties,
    read: () => one.read(),
    write: (bytes, response) => one.write(bytes, response),
    async subscribe(listener) {
      const stop = await one.subscribe(listener);
      if (one.uuid === heartRateUuids.measurement) stretches.push({ from: sent.length, to: null });
      return stop;
    },
  });
  const tap: GattDevice = {
    id: device.id,
    name: device.name,
    get connected() {
      return device.connected;
    },
    connect: () => device.connect(),
    disconnect: () => device.disconnect(),
    onDisconnected: (listener) => device.onDisconnected(listener),
    async service(uuid) {
      const found = await device.service(uuid);
      return found === null ? null : { uuid, characteristics: found.characteristics.map(tapCharacteristic) };
    },
  };
  return { device: tap, heard: () => stretches.flatMap(({ from, to }) => sent.slice(from, to ?? sent.length)) };
}

async function hour(seed: number) {
  const clock = heldClock(0);
  const random = prng(seed, 90);
  const strap = replayStrap(hourOfBeats(seed));
  const chance = { 'in-progress': 0.1, fails: 0.02, 'link-lost': 0.02, 'connect-fails': 0.1, 'connect-hangs': 0.05, 'connect-lost': 0.1 };
  const bad = slow(withRadioFaults(strap, { seed, chance }), random);
  const simulated = new SimulatedDevice(bad, toSimulatedTime(clock));
  simulated.allow([...STRAP_REQUEST.services, ...STRAP_REQUEST.optionalServices]);
  const { device, heard } = tapped(simulated, strap.sent);

  const recording = new Recording({ settleS: 60, measureS: 7200 });
  const connection = new Connection({
    clock,
    random: () => random.uniform(),
    setUp: (link) =>
      setUpStrap(link, {
        measurement: ({ hrBpm, contact, rrTicks }) => recording.add({ atMs: clock.now(), hrBpm, contact, rrTicks }),
        identity: () => {},
        battery: () => {},
        reportUnexpected: () => {},
      }),
    onLost: () => recording.linkLost(clock.now()),
  });
  const states: string[] = [];
  // A user who tries again when the first three attempts have failed.
  while (connection.state.value !== 'ready') {
    const opening = connection.open(device).catch(() => {});
    await clock.advance(100_000);
    await opening;
  }
  for (let disconnects = 0; disconnects < DISCONNECTS; ) {
    await clock.advance(90_000 * random.uniform());
    for (let tries = 0; !device.connected && tries < 600; tries++) await clock.advance(500 * random.uniform());
    if (device.connected) disconnects++;
    states.push(connection.state.value);
    simulated.setInReach(false);
    await clock.advance(6000 * random.uniform() ** 2);
    simulated.setInReach(true);
  }
  await clock.advance(Math.max(0, HOUR_MS - clock.now()));
  const state = connection.state.value;
  connection.close();
  return { clock, recording, state, states, heard: heard() };
}

describe.each([1, 2, 3])('an hour of beats with 60 disconnects at random, heart and radio %i', (seed) => {
  it('stores each beat that was sent while subscribed exactly once, in order, with gaps exact to one beat', async () => {
    const { clock, recording, state, states, heard } = await hour(seed);
    expect([state, clock.now() >= HOUR_MS, states.length >= DISCONNECTS]).toEqual(['ready', true, true]);
    // Lost during a set-up too, when beats already arrive.
    expect(states).toContain('discovering');
    expect(heard.length).toBeGreaterThan(2000);
    expect(recording.ticks).toEqual(heard.map(({ ticks }) => ticks));

    const missing = heard.flatMap(({ index, beatAtMs }, at) => {
      const before = heard[at - 1];
      if (before === undefined || index === before.index + 1) return [];
      const ownMs = heard[at]?.rrMs ?? 0;
      return [{ afterBeat: at, lengthMs: beatAtMs - ownMs - before.beatAtMs }];
    });
    expect(missing.length).toBeGreaterThan(40);
    const gaps = findGaps(recording.packets, recording.linkGaps);
    for (const { afterBeat, lengthMs } of missing) {
      const gap = gaps.find((one) => one.afterBeat === afterBeat);
      expect([afterBeat, gap?.cause]).toEqual([afterBeat, 'link']);
      expect(Math.abs((gap?.lengthMs ?? 0) - lengthMs), `gap before beat ${afterBeat}, ${lengthMs} ms`).toBeLessThanOrEqual(BEAT_MS);
    }
    // A link that was back before the next beat is a gap of unknown length.
    const others = gaps.filter(({ afterBeat }) => missing.every((one) => one.afterBeat !== afterBeat));
    for (const { lengthMs } of others) expect(lengthMs).toBeLessThanOrEqual(BEAT_MS);
  }, 60_000);
});
