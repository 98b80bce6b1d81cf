import { describe, expect, it } from 'vitest';
import { CATALOGUE, EQUIPMENT, type Modality } from '../../../../lib/catalogue';
import { planFor, RULE_NAMES, type Situation } from '../../../../lib/planner';
import {
  againstPair,
  buildScene,
  countUses,
  type PlacementCandidate,
  type PlainRuleName,
  type Scene,
  TIME_RULES,
} from '../../../../lib/planner/rules';
import { at, easyRun, given, hardRun, ill, lifting, plan, planned, race } from '../scenario';

/** Every rule by name: a situation that it allows, and one that it forbids. */

const MIN = 60_000;

interface Options {
  readonly dose?: string;
  readonly minutes?: number;
  readonly at?: PlacementCandidate['at'];
  /** The session of the scene, by its start. */
  readonly session?: number;
}

function candidate(scene: Scene, modality: Modality, when: string, options: Options = {}): PlacementCandidate {
  const entry = CATALOGUE[modality];
  const dose = entry.doses.find(({ id }) => options.dose === undefined || id === options.dose);
  if (dose === undefined) throw new Error(`no such dose of ${modality}`);
  const startMs = at(when);
  const session = scene.sessions.find((one) => one.startMs === options.session) ?? null;
  return { modality, dose, at: options.at ?? 'after', session, startMs, endMs: startMs + (options.minutes ?? dose.minutes) * MIN };
}

const known = (change: Partial<Situation> = {}) => buildScene(given({ activities: [hardRun], ...change }));
const before = { at: 'before', session: hardRun.startMs } as const;
const after = { at: 'after', session: hardRun.startMs } as const;

/** For one item at one time: what is allowed and what is forbidden. */
type OfOne = readonly [rule: PlainRuleName, passes: readonly [Scene, PlacementCandidate], fails: readonly [Scene, PlacementCandidate]];
const one = (scene: Scene, ...rest: [Modality, string, Options?]) => [scene, candidate(scene, ...rest)] as const;
const fasting = () => known({ health: { ...ill, ill: false, ticked: ['fasting'], fasting: { from: '04:30', to: '20:40' } } });
const lifted = known({ activities: [lifting], goal: 'size' });

/** The full dose of the gun has 2 min for each of five muscles. */
const FIVE = (['quads', 'calves', 'hamstrings', 'glutes', 'adductors'] as const).map((region) => ({ region, level: 3 }));

const OF_ONE: readonly OfOne[] = [
  ['cold-after-strength', one(lifted, 'cold-water-immersion', '05T10:00'), one(lifted, 'cold-water-immersion', '04T20:00')],
  ['inflammation-wanted', one(lifted, 'local-cold', '05T10:00'), one(lifted, 'local-cold', '04T19:00')],
  [
    'first-three-plunges',
    one(known({ plunges: 2 }), 'cold-water-immersion', '04T19:00', { dose: 'first-three' }),
    one(known({ plunges: 2 }), 'cold-water-immersion', '04T19:00', { dose: 'running-recovery' }),
  ],
  [
    'first-three-saunas',
    one(known({ saunas: 2 }), 'sauna', '04T19:00', { dose: 'first-three' }),
    one(known({ saunas: 2 }), 'sauna', '04T19:00', { dose: 'alyze' }),
  ],
  ['cryotherapy-within-5-h', one(known(), 'cryotherapy', '04T20:00'), one(known(), 'cryotherapy', '04T23:30')],
  [
    'no-water-or-heat-after-alcohol',
    one(known({ alcohol: true }), 'sauna', '05T10:00'),
    one(known({ alcohol: true }), 'sauna', '04T19:00'),
  ],
  ['heat-dehydrated', one(known({ dehydrated: true }), 'sauna', '05T10:00'), one(known({ dehydrated: true }), 'sauna', '04T19:00')],
  ['heat-before-bed', one(known(), 'sauna', '04T20:00'), one(known(), 'sauna', '04T20:45')],
  ['heat-before-bed', one(known(), 'warm-bath', '04T21:15'), one(known(), 'warm-bath', '04T21:30')],
  [
    'heat-before-race',
    one(known({ events: [race('06T09:00')] }), 'sauna', '05T11:00'),
    one(known({ events: [race('06T09:00')] }), 'sauna', '05T12:30'),
  ],
  ['cold-before-bed', one(known(), 'cold-water-immersion', '04T21:20'), one(known(), 'cold-water-immersion', '04T21:25')],
  [
    'after-illness',
    one(known({ returning: { day: 1, of: 4 } }), 'sauna', '06T10:00'),
    one(known({ returning: { day: 1, of: 4 } }), 'sauna', '05T10:00'),
  ],
  ['massage-booked', one(known(), 'massage-therapy', '05T10:00'), one(known(), 'massage-therapy', '04T18:30')],
  ['massage-booked', one(known(), 'massage-therapy', '05T17:00'), one(known(), 'massage-therapy', '05T20:00')],
  [
    'severity',
    one(known({ soreness: 5 }), 'active-recovery', '05T10:00', { dose: 'short-walk' }),
    one(known({ soreness: 5 }), 'active-recovery', '05T10:00'),
  ],
  [
    'compression-before-race',
    one(known({ events: [race('06T09:00')] }), 'pneumatic-compression', '05T10:00'),
    one(known({ events: [race('06T09:00')] }), 'pneumatic-compression', '05T19:00'),
  ],
  [
    'garment-not-during',
    one(known({ planned: [planned('05T07:00')] }), 'compression-garment', '05T08:00', { minutes: 60 }),
    one(known({ planned: [planned('05T07:00')] }), 'compression-garment', '05T06:45', { minutes: 60 }),
  ],
  [
    'garment-not-during',
    one(known({ planned: [planned('05T07:00', 60, 'easy')] }), 'compression-garment', '05T06:45', { minutes: 60 }),
    one(known({ planned: [planned('05T07:00', 60, 'easy')] }), 'compression-garment', '05T07:15', { minutes: 60 }),
  ],
  [
    'protein-window',
    one(known(), 'protein', '04T18:30', { ...after, dose: 'meal' }),
    one(known(), 'protein', '04T20:30', { ...after, dose: 'meal' }),
  ],
  [
    'carbohydrate-window',
    one(known(), 'carbohydrate', '04T19:00', { ...after, dose: 'after' }),
    one(known(), 'carbohydrate', '05T19:00', { ...after, dose: 'after' }),
  ],
  ['in-the-fast', one(fasting(), 'carbohydrate', '04T20:40', after), one(fasting(), 'carbohydrate', '04T20:35', after)],
  ['light-within-hours', one(known(), 'red-light', '04T19:00'), one(known(), 'red-light', '05T10:00')],
  ['gun-dose', one(known({ sore: FIVE }), 'massage-gun', '04T19:00'), one(known({ sore: FIVE.slice(0, 4) }), 'massage-gun', '04T19:00')],
  [
    'one-source-dose',
    one(known(), 'cold-water-immersion', '04T19:00', { dose: 'alyze', minutes: 5 }),
    one(known(), 'cold-water-immersion', '04T19:00', { dose: 'alyze', minutes: 10 }),
  ],
  ['sleep-7-9-h', one(known(), 'sleep', '04T22:30', { minutes: 480 }), one(known(), 'sleep', '04T22:30', { minutes: 360 })],
  [
    'training-then',
    one(known({ planned: [planned('05T07:00')] }), 'stretching', '05T08:10'),
    one(known({ planned: [planned('05T07:00')] }), 'stretching', '05T07:10'),
  ],
  [
    'quiet-hours',
    one(known({ quietFrom: '21:00' }), 'stretching', '04T20:00'),
    one(known({ quietFrom: '21:00' }), 'stretching', '04T21:30'),
  ],
  ['outside-the-day', one(known(), 'mobility', '05T10:00'), one(known(), 'mobility', '05T05:00')],
  ['not-in-the-past', one(known(), 'stretching', '04T18:30'), one(known(), 'stretching', '04T18:00')],
];

describe('rules about one item', () => {
  it.each(OF_ONE)('%s', (name, passes, fails) => {
    const rule = TIME_RULES.find((each) => each.name === name);
    expect(rule?.against(passes[1], passes[0])).toBeNull();
    expect(rule?.against(fails[1], fails[0])).not.toBeNull();
  });
});

const scene = known();
const pair = (a: PlacementCandidate, b: PlacementCandidate) => againstPair(a, b, scene)?.name ?? null;
const item = (...rest: [Modality, string, Options?]) => candidate(scene, ...rest);

const OF_TWO: readonly (readonly [
  PlainRuleName,
  readonly [PlacementCandidate, PlacementCandidate],
  readonly [PlacementCandidate, PlacementCandidate],
])[] = [
  // Ten minutes to walk from one thing to the next.
  ['no-overlap', [item('sauna', '05T10:00'), item('mobility', '05T10:25')], [item('sauna', '05T10:00'), item('mobility', '05T10:20')]],
  [
    'no-overlap',
    [item('foam-rolling', '05T10:00'), item('mobility', '05T10:05')],
    [item('foam-rolling', '05T10:00'), item('sauna', '05T10:05')],
  ],
  [
    'cold-before-infrared',
    [item('cold-water-immersion', '05T10:00'), item('infrared', '05T10:30')],
    [item('infrared', '05T10:00'), item('cold-water-immersion', '05T12:00')],
  ],
  [
    'contrast-order',
    [item('sauna', '05T10:00'), item('cold-water-immersion', '05T10:30')],
    [item('cold-water-immersion', '05T10:00'), item('sauna', '05T10:30')],
  ],
  [
    'gun-before-stretching',
    [item('massage-gun', '05T10:00'), item('stretching', '05T10:30')],
    [item('stretching', '05T10:00'), item('massage-gun', '05T10:30')],
  ],
  [
    'breathwork-not-before-water',
    [item('cold-water-immersion', '05T10:00'), item('breathwork', '05T10:30')],
    [item('breathwork', '05T10:00'), item('cold-water-immersion', '05T10:30')],
  ],
  [
    'cool-down-first',
    [item('cool-down', '04T18:30', after), item('massage-gun', '04T19:00', after)],
    [item('massage-gun', '04T18:30', after), item('cool-down', '04T19:00', after)],
  ],
  [
    'rolling-and-stretching-share',
    // Fifteen minutes go after a session, ten before it.
    [item('foam-rolling', '04T18:30', after), item('stretching', '04T19:00', { ...after, dose: 'after' })],
    [item('foam-rolling', '04T16:00', before), item('stretching', '04T16:30', { ...before, dose: 'after' })],
  ],
  [
    'tape-then-garment',
    [item('kinesiology-tape', '05T10:00', { minutes: 60 }), item('compression-garment', '05T11:00', { minutes: 60 })],
    [item('kinesiology-tape', '05T10:00', { minutes: 60 }), item('compression-garment', '05T10:30', { minutes: 60 })],
  ],
  [
    'garment-alone',
    [item('compression-garment', '05T10:00'), item('pneumatic-compression', '05T12:00')],
    [item('compression-garment', '05T10:00'), item('pneumatic-compression', '05T11:00')],
  ],
  [
    'meal-not-in-water',
    [item('protein', '05T10:00', after), item('warm-bath', '05T10:15')],
    [item('protein', '05T10:00', after), item('warm-bath', '05T10:10')],
  ],
  [
    'one-cold-a-day',
    [item('cold-water-immersion', '05T10:00'), item('cryotherapy', '06T10:00')],
    [item('cold-water-immersion', '05T10:00'), item('cryotherapy', '05T16:00')],
  ],
  [
    'enough-that-day',
    [item('stretching', '05T10:00', { at: 'day' }), item('stretching', '06T10:00', { at: 'day' })],
    [item('stretching', '05T10:00', { at: 'day' }), item('stretching', '05T16:00', { at: 'day' })],
  ],
];

describe('rules between two items', () => {
  it.each(OF_TWO)('%s', (name, passes, fails) => {
    expect(pair(...passes)).toBeNull();
    expect(pair(...fails)).toBe(name);
    // Whichever comes first.
    expect(pair(fails[1], fails[0])).toBe(name);
  });
});

describe('limits over the plan', () => {
  it.each([
    ['time-budget', 'sauna', 120],
    ['enough-that-day', 'mobility', 1],
    ['enough-that-week', 'mobility', 3],
    ['one-cold-a-day', 'cryotherapy', 1],
    ['one-heat-a-day', 'sauna', 1],
    ['three-treatments', 'sauna', 3],
  ] as const)('%s counts %s, up to %i', (name, modality, most) => {
    const { startMs, endMs } = item(modality, '05T10:00');
    const day = scene.findDay(startMs);
    const use =
      day === undefined ? undefined : countUses({ modality, startMs, endMs, session: null }, day, scene).find(({ rule }) => rule === name);
    expect(use?.most).toBe(most);
    expect(use?.amount).toBe(name === 'time-budget' ? (endMs - startMs) / MIN : 1);
  });

  it('and a full day gets no more', () => {
    for (const budget of [0, 15, 40]) {
      const made = plan({ activities: [hardRun], equipment: ['sauna', 'cold-bath', 'foam-roller'], timeBudgetMin: budget });
      for (const { usedMin } of made.days) expect(usedMin).toBeLessThanOrEqual(budget);
    }
  });
});

/** For a modality at any time, as the plan reports it. */
const OF_ALL: readonly (readonly [PlainRuleName, Modality, Partial<Situation>, Partial<Situation>])[] = [
  ['screening-first', 'stretching', {}, { screeningDue: 'never-asked' }],
  ['ill-or-feverish', 'stretching', {}, { health: ill }],
  ['equipment', 'sauna', { equipment: ['sauna'] }, {}],
  ['optional-supplement', 'creatine', { supplements: ['creatine'] }, {}],
  ['severity', 'mobility', { soreness: 3 }, { soreness: 5 }],
  [
    'never-there',
    'massage-gun',
    { equipment: ['massage-gun'], sore: [{ region: 'quads', level: 3 }] },
    { equipment: ['massage-gun'], sore: [{ region: 'neck', level: 3 }] },
  ],
  [
    'no-occasion',
    'cryotherapy',
    { equipment: ['cryo-chamber'], activities: [hardRun] },
    { equipment: ['cryo-chamber'], activities: [easyRun] },
  ],
  [
    'skipped',
    'protein',
    {},
    {
      log: ['2026-05-05', '2026-05-06', '2026-05-07', `s${hardRun.startMs}+`].map((anchor) => ({
        id: `protein@${anchor}`,
        modality: 'protein',
        startMs: at('04T18:30'),
        minutes: 0,
        outcome: 'skipped',
        reason: null,
      })),
    },
  ],
];

describe('rules about a modality', () => {
  it.each(OF_ALL)('%s: %s', (name, modality, passes, fails) => {
    const base = { activities: [hardRun], timeBudgetMin: 240 };
    const allowed = plan({ ...base, ...passes });
    const forbidden = plan({ ...base, ...fails });
    const says = (of: typeof allowed) => of.excluded.some((one) => one.modality === modality && one.rule === name);
    expect([says(allowed), says(forbidden)]).toEqual([false, true]);
    expect([...forbidden.items, ...forbidden.optional].some((one) => one.modality === modality)).toBe(false);
    expect([...allowed.items, ...allowed.optional].some((one) => one.modality === modality)).toBe(true);
  });

  it('rest-day-weekly: a day of rest or easy movement comes within the week', () => {
    const week = Array.from({ length: 8 }, (_, i) => ({ ...hardRun, startMs: hardRun.startMs - i * 24 * 60 * MIN }));
    const trained = planFor(given({ activities: week }));
    expect(trained.items.some(({ modality }) => modality === 'rest-day')).toBe(true);
    expect(planFor(given()).items.some(({ modality }) => modality === 'rest-day')).toBe(false);
  });

  it('calm-evening: at most three things that take time in the last two hours', () => {
    const late = { ...hardRun, startMs: at('04T20:00') };
    const made = plan({ activities: [late], nowMs: at('04T21:00'), equipment: ['compression-boots', 'foam-roller', 'cold-bath'] });
    const evening = made.items.filter(({ counts, day }) => counts && day === '2026-05-04');
    expect(evening.length).toBeLessThanOrEqual(3);
    expect(evening.length).toBeGreaterThan(1);
    // The boots are left to whoever has more time.
    expect(made.items.some(({ modality, day }) => modality === 'pneumatic-compression' && day === '2026-05-04')).toBe(false);
  });

  it('enough-for-the-load: ten minutes and a quarter of the load', () => {
    const made = plan({ activities: [{ ...hardRun, score: 100 }], equipment: ['compression-boots', 'foam-roller', 'cold-bath'] });
    const spent = made.items.filter(({ counts, day }) => counts && day === '2026-05-04').reduce((sum, { minutes }) => sum + minutes, 0);
    expect(spent).toBeGreaterThanOrEqual(20);
    expect(spent).toBeLessThanOrEqual(35);
    expect(made.items.some(({ modality, day }) => modality === 'pneumatic-compression' && day === '2026-05-04')).toBe(false);
    expect(made.optional.some(({ modality }) => modality === 'pneumatic-compression')).toBe(true);
  });

  it('least-time: ten minutes a day are for no treatment', () => {
    const made = plan({ activities: [hardRun], equipment: ['cold-bath'], timeBudgetMin: 10 });
    expect(made.items.some(({ modality }) => modality === 'cold-water-immersion')).toBe(false);
    expect(made.items.filter(({ counts, day }) => counts && day === '2026-05-04').length).toBeLessThanOrEqual(2);
  });

  it('not-in-routine: what is one option too many', () => {
    const made = plan({ equipment: EQUIPMENT, activities: [{ ...hardRun, startMs: at('04T08:00') }], nowMs: at('04T09:00') });
    expect(made.excluded.some(({ rule }) => rule === 'not-in-routine')).toBe(true);
    for (const { day } of made.days) expect(made.optional.filter((item) => item.day === day).length).toBeLessThanOrEqual(6);
  });

  it('done: an item that was done is not planned again', () => {
    const first = plan({ activities: [hardRun] }).items.find(({ modality }) => modality === 'protein');
    if (first === undefined) throw new Error('there is protein after a hard run');
    const log = [{ id: first.id, modality: 'protein', startMs: first.startMs, minutes: 15, outcome: 'done', reason: null } as const];
    expect(plan({ activities: [hardRun], log }).items.some(({ id }) => id === first.id)).toBe(false);
  });
});

it('covers every rule', () => {
  const named = new Set<string>([
    ...[...OF_ONE, ...OF_TWO, ...OF_ALL].map(([name]) => name),
    ...['calm-evening', 'enough-for-the-load', 'least-time', 'not-in-routine'],
    ...['time-budget', 'three-treatments', 'enough-that-week', 'one-heat-a-day', 'rest-day-weekly', 'done'],
  ]);
  expect(RULE_NAMES.filter((name) => !named.has(name))).toEqual([]);
});
