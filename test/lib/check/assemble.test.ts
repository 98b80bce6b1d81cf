import { describe, expect, it } from 'vitest';
import { assembleCheck } from '../../../lib/check/assemble';
import { type Packet, Recording } from '../../../lib/recording';
import type { OpenRecording } from '../../../lib/storage';
import { packet, START_MS } from '../../support/packets';
import { setting } from './check-on-strap';

const open: OpenRecording = {
  ...setting(0, 60),
  id: 'x',
  startedAtMs: START_MS,
  timeZone: 'Europe/Berlin',
  sensor: null,
  left: false,
};

/** A packet of one second for each given interval, in ms, starting a second after `fromS`. */
function packets(rrMs: readonly number[], fromS = 0): Packet[] {
  let atMs = START_MS + fromS * 1000;
  return rrMs.map((ms) => {
    atMs += ms;
    return packet([Math.round(ms * 1.024)], atMs);
  });
}

const constant = (rrMs: number, count: number) => Array.from({ length: count }, () => rrMs);

function assembled(steps: readonly (Packet | 'lost')[], of: OpenRecording = open) {
  const recording = new Recording(of.plan);
  let lastMs = of.startedAtMs;
  for (const step of steps) {
    if (step === 'lost') recording.linkLost(lastMs);
    else {
      recording.add(step);
      lastMs = step.atMs;
    }
  }
  return assembleCheck(of, recording, lastMs, { wake: null, bed: null });
}

describe('a check', () => {
  it('belongs to the day on which it began, in the zone where it began', () => {
    const before = { ...open, startedAtMs: Date.UTC(2026, 4, 3, 22, 30), timeZone: 'Europe/Berlin' };
    expect(assembled(packets(constant(1000, 3)), before).day).toBe('2026-05-04');
    expect(assembled(packets(constant(1000, 3)), { ...before, timeZone: 'America/New_York' }).day).toBe('2026-05-03');
  });

  it('is complete when it ran for its planned length', () => {
    expect(assembled(packets(constant(1000, 59))).complete).toBe(false);
    expect(assembled(packets(constant(1000, 60))).complete).toBe(true);
  });

  it('keeps the time, content and heart rate of each packet', () => {
    const all = [packet([1024], START_MS + 700), packet([], START_MS + 1700), packet([1024, 512], START_MS + 2700)];
    const check = assembled(all);
    expect([[...check.packets.atMs], [...check.packets.beats], [...check.packets.hrBpm]]).toEqual([
      [700, 1700, 2700],
      [1, 0, 2],
      [60, 60, 60],
    ]);
    expect(check.rrTicks).toEqual(Uint16Array.of(1024, 1024, 512));
  });

  it('computes the share of packets with skin contact, of those that report it', () => {
    const contacts = (...of: Packet['contact'][]) =>
      assembled(of.map((contact, i) => packet([1024], START_MS + i * 1000, contact))).contactShare;
    expect(contacts('detected', 'not-detected', 'detected', 'detected')).toBe(0.75);
    expect(contacts('detected', 'unsupported', 'not-detected')).toBe(0.5);
    expect(contacts('unsupported', 'unsupported')).toBeNull();
  });

  it('without a counted beat has no heart rate or HRV, and does not fail', () => {
    const check = assembled(packets(constant(1000, 5)), { ...open, plan: { settleS: 60, measureS: 60 } });
    expect(check.summary).toMatchObject({ beats: 0, meanHrBpm: null, coveragePct: null, quality: { rating: 'unusable' } });
    expect(check.summary.corrected.rmssdMs).toBeNull();
  });
});

describe('its figures', () => {
  it('come from the counted stretch alone', () => {
    // Settling at 120 bpm, measuring at 60: 60 000 ms a minute over 1000 ms a beat.
    const plan = { settleS: 10, measureS: 60 };
    const check = assembled(packets([...constant(500, 20), ...constant(1000, 60)]), { ...open, plan });
    expect(check.summary.beats).toBe(60);
    expect(check.summary.meanHrBpm).toBeCloseTo(60, 6);
    expect(check.summary.raw.rmssdMs).toBeCloseTo(0, 6);
  });

  it('have no difference across a gap, at the right beat', () => {
    // Two constant stretches, before and after a lost link; any difference across it would be 250 ms.
    const steps = [...packets(constant(1000, 25)), 'lost' as const, ...packets(constant(750, 40), 35)];
    const check = assembled(steps);
    expect(check.gaps.map(({ afterBeat }) => afterBeat)).toEqual([25]);
    expect(check.summary.raw.rmssdMs).toBeCloseTo(0, 6);
  });

  it('have no difference across a gap after settling', () => {
    const steps = [...packets(constant(1000, 25)), 'lost' as const, ...packets(constant(750, 60), 35)];
    const check = assembled(steps, { ...open, plan: { settleS: 5, measureS: 60 } });
    expect([check.counted.first, check.summary.raw.rmssdMs]).toEqual([5, expect.closeTo(0, 6)]);
  });

  it('cover the share of elapsed time that had beats', () => {
    // 40 s of beats and 10 s without the link: 80 %.
    const steps = [...packets(constant(1000, 20)), 'lost' as const, ...packets(constant(1000, 20), 30)];
    expect(assembled(steps).summary.coveragePct).toBeCloseTo(80, 0);
    expect(assembled(packets(constant(1000, 40))).summary.coveragePct).toBeCloseTo(100, 6);
  });

  it('do not reduce the coverage for a gap while settling', () => {
    const steps = [...packets(constant(1000, 5)), 'lost' as const, ...packets(constant(1000, 60), 15)];
    const check = assembled(steps, { ...open, plan: { settleS: 20, measureS: 40 } });
    expect([check.gaps.length, check.summary.coveragePct]).toEqual([1, expect.closeTo(100, 6)]);
  });
});
