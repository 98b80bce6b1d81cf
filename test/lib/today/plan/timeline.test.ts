import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../lib/planner';
import { findSteps } from '../../../../lib/today/plan/next-step';
import type { SituationNow } from '../../../../lib/today/plan/situation';
import { findPlanEndMs } from '../../../../lib/today/plan/stands-until';
import { buildTimeline, type TimelineRow } from '../../../../lib/today/plan/timeline';
import { anItem, aRun } from '../../../support/plans';

const DAY = '2026-05-04';
const MIN = 60_000;
const at = (time: string, day = DAY) => Date.parse(`${day}T${time}:00Z`);
const ALL_DAY = { counts: false, windowFromMs: at('07:00'), windowToMs: at('22:00') } as const;

type Given = Partial<Pick<SituationNow, 'log' | 'planned' | 'activities' | 'events'>> & {
  readonly items?: Plan['items'];
  readonly days?: Plan['days'];
};
const days = ({ items = [], days: budgets = [], ...more }: Given) => {
  const last = { day: '2026-05-06', usedMin: 0, budgetMin: 45, routine: 'free-day', little: false };
  const plan = {
    items,
    optional: [],
    conflicts: [],
    timeZone: 'UTC',
    fromMs: at('12:00'),
    toMs: at('12:00', '2026-05-07'),
    days: [...budgets, last],
  };
  const now = {
    day: DAY,
    log: [],
    planned: [],
    activities: [],
    events: [],
    settings: { timeBudgetMin: 45, wake: null, bed: null },
    ...more,
  };
  return buildTimeline({ ...now, plan } as unknown as SituationNow & { readonly plan: Plan });
};
const name = (row: TimelineRow) => {
  if (row.kind === 'item') return row.item.id;
  return row.kind === 'logged' ? `logged ${row.entry.id}` : row.anchor.kind;
};
const today = (given: Given) => (days(given)[0]?.rows ?? []).map(name);
const planned = (time: string, day = DAY) =>
  ({ sport: 'run', atMs: at(time, day), day, minutes: 60, intensity: 'easy' }) as SituationNow['planned'][number];
const entry = (id: string, startMs: number, day = DAY) => ({ id, startMs, day }) as SituationNow['log'][number];
const race = (time: string, day = DAY) => ({ kind: 'race', atMs: at(time, day), day }) as const;
const ran = (startMs: number, changes: Parameters<typeof aRun>[1] = {}) =>
  aRun(startMs, changes) as unknown as SituationNow['activities'][number];

describe('the days of a timeline', () => {
  it('run from today to the last one of the plan, each with its budget', () => {
    const budgets = [{ day: '2026-05-05', usedMin: 20, budgetMin: 30, routine: 'free-day' as const, own: null, little: false }];
    expect(days({ days: budgets }).map(({ day, usedMin, budgetMin }) => [day, usedMin, budgetMin])).toEqual([
      [DAY, 0, 45],
      ['2026-05-05', 20, 30],
      ['2026-05-06', 0, 45],
    ]);
  });

  it('a day that the plan cuts off is not shown', () => {
    const days = [{ day: '2026-05-05', usedMin: 0, budgetMin: 45, routine: 'free-day', little: false }];
    const plan = { items: [], optional: [], conflicts: [], timeZone: 'UTC', fromMs: at('12:00'), toMs: at('08:00', '2026-05-06'), days };
    const now = {
      day: DAY,
      log: [],
      planned: [],
      activities: [],
      events: [],
      settings: { timeBudgetMin: 45, wake: null, bed: null },
      plan,
    };
    expect(buildTimeline(now as unknown as SituationNow & { readonly plan: Plan }).map(({ day }) => day)).toEqual([DAY, '2026-05-05']);
  });

  it('every row is on its own day, decided where it was recorded, whatever day its time is on in the zone of the plan', () => {
    const [after, today] = [at('00:30', '2026-05-05'), DAY];
    const rows = days({
      items: [anItem({ id: 'night', modality: 'sleep', counts: false, startMs: after, day: today })],
      log: [entry('a', after + 1, today), entry('b', at('23:59'), '2026-05-05')],
      planned: [{ ...planned('23:58'), day: '2026-05-05' }],
      events: [{ ...race('00:31', '2026-05-05'), day: today }],
      activities: [ran(after + 2, { day: today })],
    }).map((day) => day.rows.map(name));
    expect(rows).toEqual([['night', 'logged a', 'done', 'event'], ['planned', 'logged b'], []]);
  });
});

describe('the rows of a day', () => {
  it('what lasts all day comes first, then by time', () => {
    const items = [anItem({ id: 'later', startMs: at('17:00') }), anItem({ id: 'all-day', ...ALL_DAY, startMs: at('18:00') })];
    expect(today({ items, log: [entry('early', at('07:00'))] })).toEqual(['all-day', 'logged early', 'later']);
  });

  it('at one time an item, then what was logged, then the session', () => {
    const given = { items: [anItem()], log: [entry('a', at('16:30'))], events: [race('16:30')] };
    expect(today(given)).toEqual([anItem().id, 'logged a', 'event']);
  });

  it('items at one time: the one that closes first', () => {
    const items = [anItem({ id: 'a', windowToMs: at('19:00') }), anItem({ id: 'b' })];
    expect(today({ items })).toEqual(['b', 'a']);
  });

  it('a session shows what it is', () => {
    const anchors = days({
      events: [race('13:00')],
      planned: [planned('14:00')],
      activities: [ran(at('13:30', '2026-05-05'), { movingTimeS: 1830 })],
    }).flatMap(({ rows }) => rows.map((row) => (row.kind === 'anchor' ? row.anchor : null)));
    expect(anchors).toEqual([
      { kind: 'event', event: 'race', atMs: at('13:00'), day: DAY },
      { kind: 'planned', sport: 'run', atMs: at('14:00'), day: DAY, minutes: 60, intensity: 'easy', state: null },
      { kind: 'done', sport: 'run', atMs: at('13:30', '2026-05-05'), day: '2026-05-05', minutes: 31 },
    ]);
  });

  it('a finished activity replaces the session that was planned for its day, once that session’s time has come', () => {
    const activities = [ran(at('08:30'))];
    // The plan was made at 12:00.
    expect(today({ activities, planned: [planned('08:00'), planned('12:00')] })).toEqual(['done']);
    expect(today({ activities, planned: [planned('12:01')] })).toEqual(['done', 'planned']);
    expect(today({ planned: [planned('08:00')] })).toEqual(['planned']);
    expect(today({ activities: [ran(at('08:30', '2026-05-03'))], planned: [planned('08:00')] })).toEqual(['planned']);
    // Both days are the recorded ones, not those of the plan's zone.
    expect(today({ activities, planned: [{ ...planned('23:00', '2026-05-03'), day: DAY }] })).toEqual(['done']);
    expect(today({ activities: [ran(at('23:30', '2026-05-03'), { day: DAY })], planned: [planned('08:00')] })).toEqual(['done']);
  });
});

it('steps are today’s items with a time of their own, earliest first', () => {
  const items = [
    anItem({ id: 'second', startMs: at('17:00') }),
    anItem({ id: 'first' }),
    anItem({ id: 'all-day', ...ALL_DAY }),
    anItem({ id: 'rest', modality: 'rest-day' }),
    anItem({ id: 'tomorrow', day: '2026-05-05', startMs: at('01:00', '2026-05-05') }),
  ];
  const steps = (bed: string | null) => findSteps({ items, timeZone: 'UTC' }, DAY, { wake: '08:00', bed }).map(({ id }) => id);
  expect(steps(null)).toEqual(['first', 'second']);
  // Who goes to bed at two is still in the same day at one.
  expect(steps('02:00')).toEqual(['first', 'second', 'tomorrow']);
});

describe('a plan stands', () => {
  const FROM = at('15:00');
  const until = (changes: Partial<Plan>) =>
    findPlanEndMs({ fromMs: FROM, toMs: at('15:00', '2026-05-07'), items: [], optional: [], excluded: [], ...changes } as unknown as Plan);

  it.each<[string, Partial<Plan>, number]>([
    ['to its end, where nothing changes before', {}, at('15:00', '2026-05-07')],
    ['until a window opens', { items: [anItem()] }, at('16:00')],
    ['until an item is over', { items: [anItem({ windowFromMs: FROM, startMs: FROM + 2 * MIN })] }, FROM + 12 * MIN],
    [
      'until an item can no longer be begun, at the last whole five minutes',
      { items: [anItem({ windowFromMs: FROM, startMs: FROM + 60 * MIN, windowToMs: FROM + 19 * MIN })] },
      FROM + 5 * MIN + 1,
    ],
    ['until what was ruled out becomes possible', { excluded: [{ untilMs: FROM + MIN }] as never }, FROM + MIN],
    ['to its end, where something is ruled out for good', { excluded: [{ untilMs: null }, {}] as never }, at('15:00', '2026-05-07')],
    ['to its end, where only something past would have ended it', { excluded: [{ untilMs: FROM }] as never }, at('15:00', '2026-05-07')],
  ])('%s', (_, changes, endMs) => {
    expect(until(changes)).toBe(endMs);
  });
});
