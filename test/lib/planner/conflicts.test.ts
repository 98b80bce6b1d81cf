import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFor, type Situation } from '../../../lib/planner';
import { randomSituation } from './random-situation';
import { at, given, hardRun, ill, items, plan, planned, race } from './scenario';

/** Sessions that their day should not hold: what is offered, and that nothing is planned around them before the answer. */

const tonight = planned('04T18:00');
const morning = { nowMs: at('04T09:00'), planned: [tonight] } as const;
const find = (known: Partial<Situation>) => plan({ ...morning, ...known }).conflicts;
const marathon = { ...hardRun, startMs: at('01T09:00'), movingTimeS: 3.6 * 3600, rpe: 10 };

describe('a session of today', () => {
  it('is no conflict when the verdict allows it', () => {
    expect(find({ verdict: 'normal' })).toEqual([]);
    expect(find({ verdict: 'easy', planned: [planned('04T18:00', 40, 'easy')] })).toEqual([]);
    expect(find({ verdict: 'learning' })).toEqual([]);
  });

  it.each<readonly [string, Partial<Situation>, string, readonly string[]]>([
    ['an easy day', { verdict: 'easy' }, 'verdict', ['easy', 'move', 'drop', 'keep']],
    ['a day of rest', { verdict: 'rest' }, 'verdict', ['move', 'drop', 'keep']],
    ['illness', { health: ill }, 'ill', ['move', 'drop']],
    ['injury', { health: { ...ill, ill: false, injured: true } }, 'injured', ['move', 'drop', 'keep']],
    ['the first days after an illness', { returning: { day: 2, of: 6 } }, 'back-from-illness', ['easy', 'move', 'drop', 'keep']],
    ['the days after a marathon', { activities: [marathon] }, 'after-race', ['easy', 'move', 'drop', 'keep']],
    ['travel', { travelled: true }, 'travel', ['easy', 'move', 'drop', 'keep']],
  ])('conflicts with %s', (_, known, why, offers) => {
    const [conflict, ...more] = find(known);
    expect([conflict?.why, conflict?.offers, more]).toEqual([why, offers, []]);
    expect(conflict).toMatchObject({ kind: 'session', session: { sport: 'run', atMs: tonight.atMs, day: '2026-05-04' } });
  });

  it('is moved to a day that suits: free, no rest day, after the easy days', () => {
    const moveTo = (known: Partial<Situation>) => find(known)[0]?.moveTo;
    expect(moveTo({ verdict: 'easy' })).toBe('2026-05-05');
    expect(moveTo({ verdict: 'easy', planned: [tonight, planned('05T18:00', 40, 'easy')] })).toBe('2026-05-06');
    expect(moveTo({ returning: { day: 2, of: 4 } })).toBe('2026-05-07');
    // A week without hard sessions after a marathon on the 1st.
    expect(moveTo({ activities: [marathon] })).toBe('2026-05-09');
    // Nobody is well the morning after.
    expect(moveTo({ health: ill })).toBe('2026-05-06');
  });

  it('is no conflict any more when the user keeps it, until another reason comes', () => {
    const kept = { planned: [{ ...tonight, kept: 'verdict' }] } as const;
    expect(find({ verdict: 'easy', ...kept })).toEqual([]);
    expect(find({ verdict: 'easy', ...kept, health: ill })[0]?.why).toBe('ill');
  });
});

describe('a race', () => {
  it('is never better another day, and has no rest day on it', () => {
    const known = { events: [race('04T18:00')], planned: [], verdict: 'rest', activities: [marathon], travelled: true } as const;
    const made = plan({ ...morning, ...known });
    expect(made.conflicts).toEqual([]);
    expect(items(made, 'rest-day').filter(({ day }) => day === '2026-05-04')).toEqual([]);
  });

  it('conflicts with illness only: drop it or start', () => {
    expect(find({ events: [race('04T18:00')], planned: [], health: ill })[0]).toMatchObject({ kind: 'event', offers: ['drop', 'keep'] });
  });
});

describe('other ways of cold', () => {
  it('stand beside a cold bath that is planned, and are gone once it is done', () => {
    const known = { activities: [hardRun], equipment: ['cold-bath', 'warm-bath', 'cryo-chamber'], plunges: 20 } as const;
    const before = plan(known);
    expect(items(before, 'cold-water-immersion').length).toBeGreaterThan(0);
    const other = (of: typeof before) =>
      of.optional.filter(({ modality, day }) => ['contrast', 'cryotherapy'].includes(modality) && day === '2026-05-04').length;
    expect(other(before)).toBeGreaterThan(0);
    const log = [
      { id: null, modality: 'cold-water-immersion', startMs: at('04T18:20'), minutes: 10, outcome: 'done', reason: null },
    ] as const;
    expect(other(plan({ ...known, log }))).toBe(0);
  });
});

describe('until the answer', () => {
  const around = (known: Partial<Situation>) =>
    [...plan({ ...morning, ...known }).items, ...plan({ ...morning, ...known }).optional].filter(
      ({ reason }) => reason.values.sessionFromMs === tonight.atMs,
    );

  it('nothing is planned before or after the session', () => {
    expect(around({ verdict: 'normal' }).length).toBeGreaterThan(4);
    for (const known of [{ verdict: 'easy' }, { health: ill }, { travelled: true }] as const) expect(around(known)).toEqual([]);
    expect(around({ verdict: 'easy', planned: [{ ...tonight, kept: 'verdict' }] }).length).toBeGreaterThan(4);
  });

  it('property: nothing belongs to a session that is in conflict, whatever the situation', () => {
    let met = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { conflicts, items: made, optional } = planFor(randomSituation(seed));
        met += conflicts.length;
        const open = new Set(conflicts.map(({ sessionId }) => sessionId));
        for (const { id } of [...made, ...optional]) expect(open.has(id.replace(/^.*@/, '').replace(/[+-].*$/, ''))).toBe(false);
      }),
      { numRuns: 200 },
    );
    expect(met).toBeGreaterThan(50);
  });

  it('while ill, only rest, sleep, food and drink are planned', () => {
    const made = planFor(given({ ...morning, health: ill, equipment: ['sauna', 'cold-bath', 'foam-roller'] }));
    for (const { modality } of [...made.items, ...made.optional])
      expect(['rest-day', 'sleep', 'protein', 'carbohydrate', 'fluids']).toContain(modality);
    expect(made.items.length).toBeGreaterThan(3);
  });
});
