import { describe, expect, it } from 'vitest';
import { type Plan, planFor, type Situation } from '../../../lib/planner';
import { randomSituation } from './random-situation';
import { given, hardRun, planned } from './scenario';

/** A small change moves little; what the user did, skipped or moved is kept. */

const previous = ({ items }: Plan) => items.map(({ id, startMs, doseId }) => ({ id, startMs, doseId }));
const again = (situation: Situation, plan: Plan, change: Partial<Situation> = {}) =>
  planFor({ ...situation, ...change, previous: previous(plan) });
const MIN = 60_000;

const evening = given({
  activities: [hardRun],
  equipment: ['foam-roller', 'massage-gun', 'compression-boots', 'cold-bath', 'sauna'],
  planned: [planned('06T07:00')],
  timeBudgetMin: 60,
});
const first = planFor(evening);

describe('planning again', () => {
  it('moves nothing when nothing changed', { timeout: 120_000 }, () => {
    for (let seed = 1; seed <= 60; seed++) {
      const situation = randomSituation(seed);
      const plan = planFor(situation);
      const kept = again(situation, plan);
      const starts = new Map(kept.items.map(({ id, startMs }) => [id, startMs]));
      const moved = plan.items.filter(({ id, startMs }) => starts.get(id) !== startMs);
      expect(moved.length, `seed ${seed}`).toBeLessThanOrEqual(Math.ceil(plan.items.length * 0.1));
    }
  });

  it.each<readonly [string, Partial<Situation>]>([
    ['five more minutes a day', { timeBudgetMin: 65 }],
    ['ten minutes later', { nowMs: evening.nowMs + 10 * MIN }],
    ['a kilogram more', { massKg: 71 }],
    ['a session planned for Thursday', { planned: [planned('06T07:00'), planned('07T17:00', 40, 'easy')] }],
  ])('moves little when %s', (_, change) => {
    const next = again(evening, first, change);
    const starts = new Map(next.items.map(({ id, startMs }) => [id, startMs]));
    const now = change.nowMs ?? evening.nowMs;
    // Items that were due in the past minutes cannot stay.
    const could = first.items.filter(({ startMs, counts }) => counts && startMs >= now);
    const stayed = could.filter(({ id, startMs }) => starts.get(id) === startMs);
    expect(stayed.length / could.length).toBeGreaterThanOrEqual(0.8);
  });

  it('leaves out what was done, and subtracts its minutes from the day', () => {
    const item = first.items.find(({ modality }) => modality === 'compression-garment' || modality === 'pneumatic-compression');
    if (item === undefined) throw new Error('the scenario has boots');
    const log = [
      { id: item.id, modality: item.modality, startMs: item.startMs, minutes: item.minutes, outcome: 'done', reason: null } as const,
    ];
    const next = again(evening, first, { log, nowMs: item.startMs + item.minutes * MIN });
    expect(next.items.some(({ id }) => id === item.id)).toBe(false);
    const day = next.days.find((one) => one.day === item.day);
    expect(day?.usedMin ?? 0).toBeGreaterThanOrEqual(item.minutes);
    expect(day?.usedMin ?? 0).toBeLessThanOrEqual(60);
  });

  it('leaves out what was skipped, and says so', () => {
    const item = first.items.find(({ modality }) => modality === 'cold-water-immersion');
    if (item === undefined) throw new Error('the scenario has a cold bath');
    const log = [
      { id: item.id, modality: item.modality, startMs: item.startMs, minutes: 0, outcome: 'skipped', reason: 'no time' } as const,
    ];
    expect(again(evening, first, { log }).items.some(({ id }) => id === item.id)).toBe(false);
  });

  it('keeps what the user moved in its place, and marks it', () => {
    const item = first.items.find(({ modality }) => modality === 'pneumatic-compression' || modality === 'massage-gun');
    if (item === undefined) throw new Error('the scenario has boots and a gun');
    const startMs = item.startMs + 15 * MIN;
    const next = again(evening, first, { moved: [{ id: item.id, startMs }] });
    expect(next.items.find(({ id }) => id === item.id)).toMatchObject({ startMs, moved: true });
  });

  it('names the rule that forbids the user’s place', () => {
    const cold = first.items.find(({ modality }) => modality === 'cold-water-immersion');
    const moved = [{ id: cold?.id ?? '', startMs: Date.parse('2026-05-04T21:30:00Z') }];
    const next = again(evening, first, { moved });
    expect(next.items.some(({ id }) => id === cold?.id)).toBe(false);
  });
});
