import { describe, expect, it } from 'vitest';
import { batteryUuids } from '../../../lib/bluetooth/services/battery';
import { deviceInformationUuids } from '../../../lib/bluetooth/services/device-information';
import { encodeEnergyReset, heartRateUuids } from '../../../lib/bluetooth/services/heart-rate';
import { physiologicalRr } from '../../../lib/simulated/physiology';
import { demoStrap } from '../../../lib/simulated/presets';
import { simulatedStrap } from '../../../lib/simulated/strap';
import { measurements, play, sentTicks } from './run';
import { rmssd, take, ticks } from './series';

const steady = (rrMs: number, count = 30) => Array<number>(count).fill(rrMs);

describe('a strap', () => {
  it('sends the beats since the last packet once a second', () => {
    const packets = measurements(play(simulatedStrap({ rr: [900, 900, 300, 300, 1700] })));
    expect(packets.map(({ atMs, rrTicks }) => [atMs, rrTicks])).toEqual([
      [1000, [922]],
      [2000, [922]],
      [3000, [307, 307]],
      [4000, []],
      [5000, [1741]],
    ]);
    expect(packets.map(({ hrBpm }) => hrBpm)).toEqual([67, 67, 100, 100, 73]);
  });

  it('keeps what does not fit for the next packet', () => {
    const packets = measurements(play(simulatedStrap({ rr: steady(400, 12), packetEveryMs: 5000 })));
    expect(packets.map(({ rrTicks }) => rrTicks.length)).toEqual([9, 3]);
    const wide = measurements(play(simulatedStrap({ rr: steady(400, 12), packetEveryMs: 5000, wideHr: true })));
    expect(wide.map(({ rrTicks }) => rrTicks.length)).toEqual([8, 4]);
  });

  it('waits for its lead-in, or starts at a given time', () => {
    expect(measurements(play(simulatedStrap({ rr: [800], leadInMs: 1500 }))).at(-1)).toMatchObject({ atMs: 3000, rrTicks: [819] });
    expect(sentTicks(play(simulatedStrap({ rr: steady(1000, 5), startMs: 0 }), 9000, 2500))).toEqual([1024, 1024, 1024]);
  });

  it('is the same for the same seed', () => {
    expect(play(demoStrap(7), 60_000)).toEqual(play(demoStrap(7), 60_000));
    expect(play(demoStrap(7), 60_000)).not.toEqual(play(demoStrap(8), 60_000));
  });

  it('answers reads, and refuses unsupported operations', () => {
    const strap = simulatedStrap({ rr: physiologicalRr(), location: 'wrist', information: { model: 'W1' } });
    expect(strap.read(heartRateUuids.bodySensorLocation, 0)).toEqual({ ok: true, bytes: Uint8Array.of(2) });
    expect(strap.read(deviceInformationUuids.model, 0)).toEqual({ ok: true, bytes: Uint8Array.of(0x57, 0x31) });
    expect(strap.read(heartRateUuids.measurement, 0)).toEqual({ ok: false, fault: 'not-permitted' });
    expect(strap.read(heartRateUuids.controlPoint, 0)).toEqual({ ok: false, fault: 'not-supported' });
    expect(strap.write(batteryUuids.level, Uint8Array.of(1), 0)).toEqual({ ok: false, fault: 'not-permitted' });
  });
});

describe('a strap of another kind', () => {
  it('optical without RR', () => {
    const packets = measurements(play(simulatedStrap({ rr: steady(1000, 3), rrSource: 'none', location: 'wrist' })));
    expect(packets.map(({ hrBpm, rrTicks }) => [hrBpm, rrTicks])).toEqual(Array(3).fill([60, []]));
  });

  it('made-up RR: 60000 over whole bpm', () => {
    const packets = measurements(play(simulatedStrap({ rr: take(physiologicalRr({ seed: 2 }), 60), rrSource: 'made-up' })));
    for (const { hrBpm, rrTicks } of packets) for (const rr of rrTicks) expect(rr).toBe(Math.round(60_000 / hrBpm));
    expect(packets.flatMap(({ rrTicks }) => rrTicks)).toHaveLength(60);
  });

  it('wrong-endian: every 16-bit field, and nothing else', () => {
    const [packet] = play(simulatedStrap({ rr: [1000], byteOrder: 'big', wideHr: true, energy: { startKj: 5, kjPerHour: 0 } }));
    expect([...(packet?.bytes ?? [])]).toEqual([0x1f, 0, 60, 0, 5, 4, 0]);
    const [narrow] = play(simulatedStrap({ rr: [1000], byteOrder: 'big' }));
    expect([...(narrow?.bytes ?? [])]).toEqual([0x16, 60, 4, 0]);
  });

  it('counts energy in every tenth packet, saturates, and resets', () => {
    const strap = simulatedStrap({ rr: physiologicalRr(), energy: { startKj: 65_534, kjPerHour: 3600 } });
    const before = measurements(play(strap, 21_500)).filter(({ energyKj }) => energyKj !== null);
    expect(before.map(({ atMs, energyKj, energySaturated }) => [atMs, energyKj, energySaturated])).toEqual([
      [1000, 65_534, false],
      [11_000, 65_535, true],
      [21_000, 65_535, true],
    ]);
    expect(strap.write(heartRateUuids.controlPoint, Uint8Array.of(9), 21_500)).toEqual({ ok: false, fault: 'failed' });
    expect(strap.write(heartRateUuids.controlPoint, encodeEnergyReset(), 22_000).ok).toBe(true);
    expect(measurements(strap.advance(31_000)).at(-1)?.energyKj).toBe(9);
  });

  it('battery: falls, connected or not, and notifies while connected', () => {
    const strap = simulatedStrap({ rr: [], battery: { startPct: 50, drainPctPerHour: 3600 } });
    strap.connected(0);
    expect(strap.nextAtMs()).toBe(500);
    expect(strap.advance(2600).map(({ bytes }) => bytes[0])).toEqual([49, 48, 47]);
    strap.disconnected(2600);
    expect(strap.nextAtMs()).toBeNull();
    strap.connected(10_000);
    expect(strap.read(batteryUuids.level, 10_000)).toEqual({ ok: true, bytes: Uint8Array.of(40) });
    expect(strap.advance(200_000).at(-1)?.bytes).toEqual(Uint8Array.of(0));
    expect(strap.nextAtMs()).toBeNull();
  });
});

describe('a strap with interruptions', () => {
  const during = (what: 'no-contact' | 'no-rr' | 'silent', contactSupport = true) =>
    measurements(play(simulatedStrap({ rr: steady(1000, 10), contactSupport, interruptions: [{ fromMs: 3500, toMs: 6500, what }] })));

  it('contact lost: reports it, and sends no interval that touches it', () => {
    const packets = during('no-contact');
    expect(packets.map(({ contact }) => contact === 'detected')).toEqual([
      ...Array(3).fill(true),
      ...Array(3).fill(false),
      ...Array(4).fill(true),
    ]);
    expect(packets.map(({ rrTicks }) => rrTicks.length)).toEqual([1, 1, 1, 0, 0, 0, 0, 1, 1, 1]);
    expect(packets.map(({ hrBpm }) => hrBpm)).toEqual([60, 60, 60, 0, 0, 0, 0, 60, 60, 60]);
    expect(new Set(during('no-contact', false).map(({ contact }) => contact))).toEqual(new Set(['unsupported']));
  });

  it('RR absent: heart rate continues', () => {
    const packets = during('no-rr');
    expect(packets.map(({ rrTicks }) => rrTicks.length)).toEqual([1, 1, 1, 0, 0, 0, 1, 1, 1, 1]);
    expect(packets.every(({ hrBpm }) => hrBpm === 60)).toBe(true);
  });

  it('silent: sends nothing, and does not catch up', () => {
    expect(during('silent').map(({ atMs, rrTicks }) => [atMs, rrTicks.length])).toEqual(
      [1000, 2000, 3000, 7000, 8000, 9000, 10_000].map((atMs) => [atMs, 1]),
    );
  });
});

describe('the demo strap', () => {
  it('beats at about 52 bpm, with an RMSSD near 60 ms except for its faults', () => {
    const rr = sentTicks(play(demoStrap(1), 300_000)).map((tick) => tick / 1.024);
    expect((rr.length * 60_000) / 300_000).toBeCloseTo(52, -0.5);
    const jumps = rr.slice(1).map((x, i) => Math.abs(x - (rr[i] ?? x)));
    const faulty = jumps.filter((jump) => jump > 250).length;
    expect(faulty).toBeGreaterThan(0);
    expect(faulty).toBeLessThan(20);
    expect(rmssd(rr)).toBeGreaterThan(60);
    expect(Math.sqrt(jumps.filter((jump) => jump <= 250).reduce((sum, jump) => sum + jump ** 2, 0) / jumps.length)).toBeCloseTo(60, -1.2);
  });

  it('rounds every interval separately', () => {
    const rr = take(physiologicalRr({ seed: 9 }), 50);
    expect(sentTicks(play(simulatedStrap({ rr })))).toEqual(rr.map(ticks));
  });
});
