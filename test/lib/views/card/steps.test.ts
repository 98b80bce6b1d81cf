import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { PlanItem } from '../../../../lib/planner';
import type { TodaySnapshot } from '../../../../lib/today/snapshot';
import { cardSteps, toCardStep } from '../../../../lib/views/card/steps';
import { toCardStrip } from '../../../../lib/views/card/strip';
import { speakEnglish } from '../../../support/english';
import { anItem } from '../../../support/plans';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-05-04T15:00:00Z');
const RUN_MS = NOW - 2 * HOUR;

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
});

const ofRun = (id: string, inH: number): PlanItem =>
  anItem({ id, startMs: NOW + inH * HOUR, reason: { code: 'stretch-after', values: { sessionFromMs: RUN_MS } } });
const other = (id: string, inH: number): PlanItem => anItem({ id, startMs: NOW + inH * HOUR });
const ids = (...items: PlanItem[]) => cardSteps({ items }, RUN_MS, NOW).map(({ id }) => id);

describe('the steps of a card', () => {
  it('are those of its activity, whenever they are, and others within twelve hours', () => {
    const almost = anItem({ id: 'almost', startMs: NOW + 12 * HOUR - 1 });
    expect(ids(ofRun('tomorrow', 20), other('late', 12), almost, other('soon', 1))).toEqual(['soon', 'almost', 'tomorrow']);
  });

  it('are four at most, those of the activity before others, in the order of time', () => {
    expect(ids(other('a', 1), other('b', 2), other('c', 3), other('d', 4), other('e', 5))).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(other('a', 1), other('b', 2), ofRun('x', 8), ofRun('y', 3), ofRun('z', 9))).toEqual(['a', 'y', 'x', 'z']);
  });

  it('of the activity are the first ones', () => {
    expect(ids(ofRun('e', 5), ofRun('d', 4), ofRun('c', 3), ofRun('b', 2), ofRun('a', 1))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leave the plan as it is', () => {
    const items = [other('b', 2), other('a', 1)];
    cardSteps({ items }, RUN_MS, NOW);
    expect(items.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

it('a step is its item in words, with the window in which it can be begun', () => {
  expect(toCardStep(anItem({ dose: { holdS: [15, 30] } }))).toEqual({
    id: 'stretching@2026-05-04',
    title: 'Stretching',
    dose: '10 min, each held 15–30 s',
    why: 'Daily stretching keeps your range of movement.',
    fromMs: anItem().windowFromMs,
    // It takes ten minutes, so it can be begun until ten minutes before the end.
    toMs: anItem().windowToMs - 10 * 60_000,
  });
});

it('the strip has the next step, where there is one', () => {
  const readiness = {
    verdict: 'learning',
    rule: 'learning',
    doneSince: 0,
    learned: 1,
    needed: 7,
    contributors: [],
    notes: [],
    morning: null,
  };
  const snapshot = { day: '2026-05-04', world: 'own', readiness, check: null, ruledOut: null, units: null };
  expect(toCardStrip({ ...snapshot, next: null } as unknown as TodaySnapshot).next).toBeNull();
  const bath = anItem({ id: 'bath', modality: 'warm-bath', dose: { temperatureC: [40, 42.5] } });
  const strip = (units: 'metric' | 'imperial') => toCardStrip({ ...snapshot, units, next: bath } as unknown as TodaySnapshot);
  expect(strip('metric').next).toMatchObject({ id: 'bath', dose: expect.stringContaining('°C') });
  expect(strip('imperial').next).toMatchObject({ id: 'bath', dose: expect.stringContaining('°F') });
});
