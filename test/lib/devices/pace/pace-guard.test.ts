import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { HeartRateMeasurement } from '../../../../lib/bluetooth/services/heart-rate';
import { heldClock } from '../../../../lib/core/clock';
import { PaceGuard } from '../../../../lib/devices/pace/pace-guard';
import { Click } from '../../../../lib/devices/safety/click';
import type { SessionRunner } from '../../../../lib/devices/session/runner';

const SETTINGS = { capBpm: 110, maxKmh: 4, beltMinKmh: 1, beltStepKmh: 0.1, heartRateMedicine: false };
const beat = (hrBpm: number, contact: HeartRateMeasurement['contact'] = 'detected'): HeartRateMeasurement => ({
  hrBpm,
  contact,
  energyKj: null,
  energySaturated: false,
  rrTicks: [],
  trailingByte: false,
});

/** A session that takes every level, and notes the speeds that a click set and the ceilings that the guard set. */
function walk() {
  const clock = heldClock(1_000_000);
  const strap = signal<HeartRateMeasurement | null>(null);
  const tapped: number[] = [];
  const ceilings: number[] = [];
  let stops = 0;
  const end = signal<string | null>(null);
  let belt = 1;
  let takes = true;
  const session = {
    view: { end, state: signal('running'), levels: signal({}) },
    setLevel: (_zone: string, kmh: number, click: Click | null) => {
      if (!takes || click === null) return false;
      tapped.push(kmh);
      belt = kmh;
      return true;
    },
    holdLowest: () => {},
    setCeiling: (_zone: string, kmh: number) => {
      ceilings.push(kmh);
      belt = Math.min(belt, kmh);
      return true;
    },
    stop: async (as = 'stopped') => {
      stops++;
      belt = 0;
      end.value = as;
    },
  } as unknown as SessionRunner;
  const guard = new PaceGuard(session, SETTINGS, { clock, strap, beltKmh: () => belt });
  return {
    clock,
    guard,
    tapped,
    ceilings,
    stops: () => stops,
    end,
    takes: (does: boolean) => {
      takes = does;
    },
    async walkFor(seconds: number, hrBpm: number | null, contact?: HeartRateMeasurement['contact']) {
      for (let s = 0; s < seconds; s++) {
        if (hrBpm !== null) strap.value = beat(hrBpm, contact);
        await clock.advance(1000);
      }
    },
    tap: () => guard.tap(Click.from('popup', clock.now())),
  };
}

describe('a walk under a heart-rate cap', () => {
  it('speeds up only by a tap, 0.2 km/h at a time, and says why a tap is refused', async () => {
    const the = walk();
    the.tap();
    expect(the.guard.refused.value).toBe('no-heart-rate');
    await the.walkFor(25, 80);
    the.tap();
    expect([the.tapped, the.ceilings]).toEqual([[1.2], [1, 1.2]]);
    the.tap();
    expect(the.guard.refused.value).toBe('too-soon');
    await the.walkFor(60, 80);
    expect(the.tapped).toHaveLength(1);
  });

  it('does not count a speed that the session refused: the next tap need not wait for it', async () => {
    const the = walk();
    await the.walkFor(25, 80);
    the.takes(false);
    the.tap();
    expect([the.tapped, the.guard.refused.value]).toEqual([[], null]);
    the.takes(true);
    the.tap();
    expect([the.tapped, the.guard.refused.value]).toEqual([[1.2], null]);
  });

  it('slows down without a click near the cap, and never speeds up', async () => {
    const the = walk();
    await the.walkFor(25, 80);
    the.tap();
    await the.walkFor(25, 80);
    the.tap();
    const before = the.ceilings.length;
    await the.walkFor(20, 112);
    const byItself = the.ceilings.slice(before);
    expect(byItself.length).toBeGreaterThan(0);
    expect(byItself.every((kmh) => kmh < 1.4)).toBe(true);
  });

  it.each([
    ['no packet comes', null, undefined],
    ['the strap has lost the skin', 80, 'not-detected'],
  ] as const)('stops within 20 s when %s', async (_name, hrBpm, contact) => {
    const the = walk();
    await the.walkFor(30, 80);
    await the.walkFor(8, hrBpm, contact);
    expect(the.stops()).toBe(0);
    await the.walkFor(12, hrBpm, contact);
    expect(the.stops()).toBe(1);
    expect([the.guard.why.value, the.end.value]).toEqual(['heart-rate-lost', 'heart-rate-lost']);
  });

  it('is recorded as ended by the cap, not by the person, when the heart rate stays there', async () => {
    const the = walk();
    await the.walkFor(25, 80);
    await the.walkFor(90, 115);
    expect([the.stops(), the.end.value]).toEqual([1, 'over-cap']);
  });
});
