import { describe, expect, it } from 'vitest';
import {
  accChoice,
  decodePmdControlMessage,
  decodePmdFrame,
  decodePmdSettings,
  ecgChoice,
  encodePmdSettingsRequest,
  encodePmdStart,
  encodePmdStop,
  type PmdFrame,
  polarEpochMs,
  polarPmdUuids,
} from '../../../lib/bluetooth/services/polar-pmd';
import type { ModelPacket } from '../../../lib/simulated/model';
import { physiologicalRr } from '../../../lib/simulated/physiology';
import { type PolarStrap, simulatedPolar } from '../../../lib/simulated/polar-strap';
import { sentTicks } from './run';
import { take, ticks, times } from './series';

const toView = (bytes: Uint8Array) => new DataView(Uint8Array.from(bytes).buffer);
const rr = take(physiologicalRr({ seed: 8 }), 400);

function frames(packets: readonly ModelPacket[]): (PmdFrame & { readonly atMs: number })[] {
  return packets
    .filter(({ characteristic }) => characteristic === polarPmdUuids.data)
    .map(({ bytes, atMs }) => {
      const result = decodePmdFrame(toView(bytes));
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return { ...result.value, atMs };
    });
}

function tell(strap: PolarStrap, bytes: Uint8Array, atMs: number) {
  expect(strap.write(polarPmdUuids.controlPoint, bytes, atMs).ok).toBe(true);
  const packets = strap.advance(atMs + 50).filter(({ characteristic }) => characteristic === polarPmdUuids.controlPoint);
  expect(packets).toHaveLength(1);
  const result = decodePmdControlMessage(toView(packets[0]?.bytes ?? new Uint8Array()));
  if (!result.ok || result.value.kind !== 'response') throw new Error('no response');
  return result.value;
}

const on = (options: Partial<Parameters<typeof simulatedPolar>[0]> = {}) => {
  const strap = simulatedPolar({ rr, ...options });
  strap.connected(0);
  return strap;
};

describe('a Polar chest strap', () => {
  it('describes itself', () => {
    const strap = on();
    const features = strap.read(polarPmdUuids.controlPoint, 0);
    expect(features.ok && decodePmdControlMessage(toView(features.bytes))).toEqual({
      ok: true,
      value: { kind: 'features', streams: ['ecg', 'acc'] },
    });
    const answer = tell(strap, encodePmdSettingsRequest('acc'), 0);
    expect(decodePmdSettings(answer.parameters)).toEqual({
      ok: true,
      value: { rateHz: [25, 50, 100, 200], resolutionBits: [16], range: [2, 4, 8] },
    });
  });

  it('streams every ECG sample once, at 130 Hz, with its clock starting in 2019', () => {
    const strap = on();
    expect(tell(strap, encodePmdStart('ecg', ecgChoice), 1000).status).toBe('ok');
    const ecg = frames(strap.advance(61_000));
    expect(ecg).toHaveLength(Math.floor((60 * 130) / 73));
    for (const [i, frame] of ecg.entries()) {
      expect(frame.stream === 'ecg' && frame.microvolts.length).toBe(73);
      const lastMs = 1000 + ((i + 1) * 73 - 1) * (1000 / 130);
      expect(frame.atMs).toBeCloseTo(lastMs, 6);
      expect(polarEpochMs(frame.timestampNs) - Date.UTC(2019, 0, 1)).toBeCloseTo(lastMs, 3);
    }
  });

  it('has the same beats in ECG and RR, including ectopic ones', () => {
    const strap = on({ ectopics: { at: [5] } });
    tell(strap, encodePmdStart('ecg', ecgChoice), 0);
    const packets = strap.advance(30_000);
    const samples = frames(packets).flatMap((frame) => (frame.stream === 'ecg' ? frame.microvolts : []));
    const tops = samples.flatMap((value, i) =>
      value > 600 && value >= Math.max(...samples.slice(Math.max(0, i - 12), i + 13)) ? [(i * 1000) / 130] : [],
    );
    const heard = sentTicks(packets);
    expect(tops.length).toBeGreaterThan(25);
    for (const [i, ms] of tops.slice(1, heard.length).entries())
      expect(Math.abs(ms - (tops[i] ?? 0) - (heard[i] ?? 0) / 1.024)).toBeLessThan(9);
    expect(heard[5]).toBeLessThan(0.77 * ticks(rr[5] ?? 0));
  });

  it('streams until it is stopped, with or without a link; unheard samples are lost', () => {
    const strap = on();
    tell(strap, encodePmdStart('ecg', ecgChoice), 0);
    strap.advance(5000);
    strap.disconnected(5000);
    expect(strap.nextAtMs()).toBeNull();
    expect(strap.advance(20_000)).toEqual([]);
    strap.connected(30_000);
    expect(strap.streaming()).toEqual(['ecg']);
    expect(tell(strap, encodePmdStart('ecg', ecgChoice), 30_000).status).toBe('already-in-state');
    const [first] = frames(strap.advance(31_000));
    expect(first?.atMs).toBeGreaterThan(30_000);
    expect(first?.atMs).toBeLessThan(30_000 + (73 * 1000) / 130);
    expect(tell(strap, encodePmdStop('ecg'), 32_000).status).toBe('ok');
    expect([strap.streaming(), frames(strap.advance(40_000))]).toEqual([[], []]);
    expect(tell(strap, encodePmdStop('ecg'), 41_000).status).toBe('already-in-state');
  });

  it('measures gravity', () => {
    const strap = on();
    expect(tell(strap, encodePmdStart('acc', accChoice), 0).status).toBe('ok');
    const samples = frames(strap.advance(10_000)).flatMap((frame) => (frame.stream === 'acc' ? frame.samples : []));
    expect(samples.length).toBe(Math.floor(2001 / 36) * 36);
    for (const { x, y, z } of samples) expect(Math.abs(Math.hypot(x, y, z) - 1000)).toBeLessThan(40);
  });

  it.each([
    [encodePmdStart('ecg', { rateHz: 250, resolutionBits: 14 }), 'invalid-rate'],
    [encodePmdStart('ecg', { rateHz: 130, resolutionBits: 16 }), 'invalid-resolution'],
    [encodePmdStart('acc', { rateHz: 50, resolutionBits: 16, range: 16 }), 'invalid-range'],
    [encodePmdStart('acc', { rateHz: 50, resolutionBits: 16, range: 8, channels: 3 }), 'invalid-parameter'],
    [encodePmdStart('ecg', { rateHz: 130 }), 'invalid-parameter'],
    [Uint8Array.of(2, 0, 0, 1, 0x82), 'invalid-parameter'],
    [encodePmdStart('ppi'), 'not-supported'],
    [encodePmdSettingsRequest('ppi'), 'not-supported'],
  ])('answers %o with %s', (bytes, status) => {
    const strap = on();
    expect(tell(strap, bytes, 0).status).toBe(status);
    expect(strap.streaming()).toEqual([]);
  });

  it('is the same for the same seed', () => {
    const played = () => {
      const strap = on({ ecg: { seed: 5, noiseDb: 10, wanderUv: 200 } });
      tell(strap, encodePmdStart('ecg', ecgChoice), 0);
      return strap.advance(10_000);
    };
    expect(played()).toEqual(played());
  });
});

describe('a Polar optical sensor', () => {
  const streamed = (options: Partial<Parameters<typeof simulatedPolar>[0]> = {}) => {
    const strap = on({ sensor: 'optical', ...options });
    expect(tell(strap, encodePmdStart('ppi'), 0).status).toBe('ok');
    const packets = strap.advance(120_000);
    return { packets, ppi: frames(packets) };
  };
  const samples = (ppi: readonly PmdFrame[]) => ppi.flatMap((frame) => (frame.stream === 'ppi' ? frame.samples : []));

  it('streams pulse intervals every 5 s, the first after 25 s, and no RR', () => {
    const { packets, ppi } = streamed();
    expect(ppi.slice(0, 3).map(({ atMs }) => atMs)).toEqual([25_000, 30_000, 35_000]);
    expect(sentTicks(packets)).toEqual([]);
    const heard = samples(ppi);
    expect(heard).toHaveLength(times(rr).filter((atMs) => atMs <= 120_000).length);
    const errors = heard.map(({ intervalMs }, i) => intervalMs - (rr[i] ?? 0));
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(30);
    expect(heard.every(({ blocker, contact, errorMs }) => !blocker && contact === 'detected' && errorMs < 10)).toBe(true);
  });

  it('blocks intervals that it measured while moving', () => {
    const heard = samples(streamed({ ppi: { movements: [{ fromMs: 40_000, toMs: 50_000 }] } }).ppi);
    const ends = times(rr);
    for (const [i, { blocker, errorMs }] of heard.entries()) {
      const end = ends[i] ?? 0;
      expect(blocker).toBe(end >= 40_000 && end - (rr[i] ?? 0) < 50_000);
      expect(errorMs > 50).toBe(blocker);
    }
  });
});
