import { describe, expect, it } from 'vitest';
import { competes, type RuleName } from '../../../../lib/planner';
import {
  at,
  easyRun,
  given,
  hardRun,
  ill,
  items,
  lifting,
  longRun,
  offered,
  plan,
  planned,
  race,
  rulesAgainst,
  ticked,
  toEndMs,
} from '../scenario';

/** Every rule across modalities (docs/planner.md): what it allows and what it forbids. */

const H = 3_600_000;
const COLD = ['cold-bath'] as const;

describe('whole-body cold and strength work', () => {
  const lifted = { activities: [lifting], equipment: COLD };
  it.each(['size', 'strength'] as const)('are 6 h apart when the goal is %s', (goal) => {
    const made = plan({ ...lifted, goal });
    expect(rulesAgainst(made, 'cold-water-immersion')).toContain('cold-after-strength');
    for (const { startMs } of items(made, 'cold-water-immersion')) expect(startMs).toBeGreaterThanOrEqual(at('04T18:00') + 6 * H);
  });

  it('are apart when the block is one of size, whatever the goal; and when there is no goal', () => {
    for (const known of [{ block: 'size' }, { goal: null }] as const) {
      expect(rulesAgainst(plan({ ...lifted, ...known }), 'cold-water-immersion')).toContain('cold-after-strength');
    }
  });

  it('are apart before strength work that is still to come', () => {
    const made = plan({ goal: 'size', equipment: COLD, planned: [planned('05T12:00', 60, 'hard', 'strength')] });
    for (const item of items(made, 'cold-water-immersion')) {
      expect(toEndMs(item) <= at('05T06:00') || item.startMs >= at('05T19:00')).toBe(true);
    }
  });

  it('include contrast and cryotherapy', () => {
    const made = plan({ ...lifted, goal: 'size', equipment: ['cold-bath', 'sauna', 'cryo-chamber'] });
    expect(rulesAgainst(made, 'cryotherapy')).toContain('cold-after-strength');
    expect(rulesAgainst(made, 'contrast')).toContain('cold-after-strength');
  });

  it('may be close for endurance, and after a run', () => {
    expect(offered(plan({ ...lifted, goal: 'endurance' }), 'cold-water-immersion').length).toBeGreaterThan(0);
    const [first] = items(plan({ activities: [hardRun], equipment: COLD, goal: 'size' }), 'cold-water-immersion');
    expect(first?.startMs).toBeLessThan(at('04T20:00'));
  });

  it('may be close on request where a race matters more, and only then', () => {
    const waived = { ...lifted, goal: 'size', coldWaived: true } as const;
    expect(rulesAgainst(plan({ ...waived, events: [race('06T09:00')] }), 'cold-water-immersion')).not.toContain('cold-after-strength');
    expect(rulesAgainst(plan(waived), 'cold-water-immersion')).toContain('cold-after-strength');
  });

  it('keep local cold off right after strength work too', () => {
    const made = plan({ activities: [lifting], goal: 'size', soreness: 4, equipment: ['ice-pack'] });
    expect(rulesAgainst(made, 'local-cold')).toContain('inflammation-wanted');
    for (const { startMs } of items(made, 'local-cold')) expect(startMs).toBeGreaterThanOrEqual(at('05T00:00'));
    expect(rulesAgainst(plan({ activities: [hardRun], goal: 'size', equipment: ['ice-pack'] }), 'local-cold')).toEqual([]);
  });
});

describe('cold water', () => {
  it('is best within 2 h after endurance', () => {
    const [first] = items(plan({ activities: [hardRun], equipment: COLD }), 'cold-water-immersion');
    expect(first?.startMs).toBeLessThanOrEqual(at('04T20:00'));
  });

  it.each([0, 1, 2])('after %i plunges is at the warm end for at most 2 min', (plunges) => {
    for (const { minutes, dose } of items(plan({ activities: [hardRun], equipment: COLD, plunges }), 'cold-water-immersion')) {
      expect(minutes).toBeLessThanOrEqual(2);
      expect(dose.temperatureC).toEqual([14, 15]);
    }
  });

  it('from the fourth time on has temperature and time of one source', () => {
    const pairs = [
      [[10, 15], 15],
      [[3, 10], 5],
    ];
    const found = items(plan({ activities: [hardRun], equipment: COLD, plunges: 3, timeBudgetMin: 30 }), 'cold-water-immersion');
    expect(found.length).toBeGreaterThan(0);
    for (const { minutes, dose } of found) {
      expect(pairs.some(([degrees, most]) => String(degrees) === String(dose.temperatureC) && minutes <= Number(most) && minutes > 2)).toBe(
        true,
      );
    }
  });

  it('is more frequent in heavy blocks', () => {
    const count = (phase: 'heavy' | 'taper') =>
      items(plan({ activities: [hardRun], equipment: COLD, phase }), 'cold-water-immersion').length;
    expect(count('heavy')).toBeGreaterThan(count('taper'));
  });

  it('is forbidden after alcohol, and so is heat', () => {
    const made = plan({ activities: [hardRun], equipment: ['cold-bath', 'sauna'], alcohol: true });
    for (const modality of ['cold-water-immersion', 'sauna'] as const) {
      expect(rulesAgainst(made, modality)).toContain('no-water-or-heat-after-alcohol');
      for (const { startMs } of items(made, modality)) expect(startMs).toBeGreaterThanOrEqual(at('05T06:30'));
    }
  });
});

describe('cryotherapy', () => {
  const chamber = { equipment: ['cryo-chamber'] } as const;
  it('is planned within 5 h of intense activity', () => {
    const [item] = items(plan({ ...chamber, activities: [hardRun] }), 'cryotherapy');
    expect(item === undefined ? Number.NaN : toEndMs(item)).toBeLessThanOrEqual(at('04T23:00'));
  });

  it('is not planned later', () => {
    expect(items(plan({ ...chamber, activities: [hardRun], nowMs: at('04T23:01'), bed: '01:30', quietFrom: null }), 'cryotherapy')).toEqual(
      [],
    );
  });
});

describe('compression boots and races', () => {
  const boots = { activities: [hardRun], equipment: ['compression-boots'] } as const;
  it('are apart on the night before, and on the day until the start', () => {
    const made = plan({ ...boots, events: [race('05T18:00')] });
    expect(rulesAgainst(made, 'pneumatic-compression')).toContain('compression-before-race');
    for (const { startMs } of items(made, 'pneumatic-compression')) expect(startMs).toBeGreaterThanOrEqual(at('05T20:00'));
  });

  it('may be close right after a session, the day after a long one, and between two starts', () => {
    expect(items(plan(boots), 'pneumatic-compression')[0]?.startMs).toBeLessThanOrEqual(at('04T19:00'));
    const dayAfter = items(plan({ ...boots, activities: [longRun], nowMs: at('04T08:00') }), 'pneumatic-compression')[0];
    expect(dayAfter?.reason.code).toBe('boots-day-after');
    const twice = items(plan({ ...boots, activities: [], events: [race('05T09:00'), race('05T17:00')] }), 'pneumatic-compression');
    expect(twice.some(({ startMs }) => startMs >= at('05T11:00') && startMs < at('05T17:00'))).toBe(true);
  });
});

describe('heat', () => {
  it('ends two hours before bed', () => {
    for (const bed of ['20:30', '22:30', '00:15']) {
      const made = plan({
        equipment: ['sauna', 'warm-bath', 'infrared-sauna'],
        activities: [hardRun],
        bed,
        quietFrom: null,
        quietTo: null,
      });
      const heat = made.items.filter(({ modality }) => ['sauna', 'warm-bath', 'infrared'].includes(modality));
      expect(heat.length).toBeGreaterThan(0);
      const [hours = 0, minutes = 0] = bed.split(':').map(Number);
      for (const item of heat) {
        const end = new Date(toEndMs(item) + 2 * H);
        const left = (hours * 60 + minutes - (end.getUTCHours() * 60 + end.getUTCMinutes()) + 1440) % 1440;
        expect(left).toBeGreaterThanOrEqual(120);
      }
    }
  });

  it('is forbidden when dehydrated', () => {
    expect(rulesAgainst(plan({ equipment: ['sauna'], dehydrated: true }), 'sauna')).toContain('heat-dehydrated');
    expect(rulesAgainst(plan({ equipment: ['sauna'] }), 'sauna')).toEqual([]);
  });
});

describe('order', () => {
  const all = plan({
    activities: [hardRun],
    timeBudgetMin: 300,
    equipment: ['cold-bath', 'infrared-sauna', 'massage-gun'],
    nowMs: at('04T18:00'),
  });
  const first = (modality: Parameters<typeof items>[1]) => offered(all, modality)[0]?.startMs ?? Number.NaN;

  it('puts infrared right after cold', () => {
    const gap = first('infrared') - (first('cold-water-immersion') + 10 * 60_000);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThanOrEqual(30 * 60_000);
  });

  it('puts the cool-down first, and the gun before the stretching', () => {
    expect(first('cool-down')).toBe(at('04T18:00'));
    expect(Math.abs(first('stretching') - first('massage-gun'))).toBeGreaterThan(0);
    if (Math.abs(first('stretching') - first('massage-gun')) < H) expect(first('massage-gun')).toBeLessThan(first('stretching'));
  });

  it('uses the gun at its lowest level, two minutes a muscle', () => {
    for (const { dose, minutes } of items(all, 'massage-gun'))
      expect([dose.level, dose.minutesPerMuscle, minutes <= 15]).toEqual([1, 2, true]);
  });

  it('puts no breathing exercises before water', () => {
    const made = plan({ stress: 5, equipment: ['cold-bath', 'warm-bath'], activities: [hardRun] });
    for (const breath of items(made, 'breathwork')) {
      for (const water of [...items(made, 'cold-water-immersion'), ...items(made, 'warm-bath')]) {
        expect(water.startMs < breath.startMs || water.startMs >= toEndMs(breath) + H).toBe(true);
      }
    }
    expect(items(made, 'breathwork').length).toBeGreaterThan(0);
  });

  it('puts the tape during the event, and the garment after it', () => {
    const made = plan({ events: [race('06T09:00')], equipment: ['tape', 'compression-garment'] });
    const [tape, garment] = [items(made, 'kinesiology-tape')[0], items(made, 'compression-garment')[0]];
    expect(tape?.startMs).toBe(at('06T09:00'));
    expect(garment?.startMs).toBeGreaterThanOrEqual(tape === undefined ? Number.NaN : toEndMs(tape));
  });
});

describe('the severity of soreness', () => {
  const own = { activities: [hardRun], equipment: ['cold-bath', 'massage-gun', 'foam-roller'] as const };
  it('light: rolling, and nothing cold, no gun, no massage by hand', () => {
    const made = plan({ equipment: ['cold-bath', 'massage-gun', 'foam-roller', 'ice-pack'], soreness: 3, nowMs: at('04T09:00') });
    expect(items(made, 'foam-rolling')[0]?.reason.code).toBe('roll-sore');
    for (const modality of ['cold-water-immersion', 'massage-gun', 'massage-therapy', 'local-cold'] as const)
      expect(items(made, modality)).toEqual([]);
  });

  it('counts only above one’s own usual, and from 3 of 5', () => {
    const sore = (soreness: number, usualSoreness: number | null) =>
      plan({ equipment: ['foam-roller'], soreness, usualSoreness, nowMs: at('04T09:00') }).items.some(
        ({ reason }) => reason.code === 'roll-sore',
      );
    expect([sore(2, null), sore(3, null), sore(3, 3), sore(3, 2.4), sore(2, 1)]).toEqual([false, true, false, true, false]);
  });

  it('intense: massage, hot or cold and rest, and of movement only a short walk', () => {
    const made = plan({ ...own, soreness: 5, nowMs: at('04T18:00') });
    expect(rulesAgainst(made, 'mobility')).toEqual(['severity']);
    for (const { doseId } of items(made, 'active-recovery')) expect(doseId).toBe('short-walk');
    for (const modality of ['massage-therapy', 'cold-water-immersion'] as const) expect(items(made, modality).length).toBeGreaterThan(0);
  });

  it('a single sore region counts, whatever the verdict', () => {
    expect(rulesAgainst(plan({ sore: [{ region: 'quads', level: 5 }], verdict: 'push' }), 'mobility')).toEqual(['severity']);
  });
});

describe('ill or feverish', () => {
  it.each([ill, ticked('fever')])('leaves sleep, rest, fluids and food', (health) => {
    const made = plan({
      activities: [hardRun],
      planned: [planned('05T10:00', 90)],
      health,
      equipment: ['sauna', 'cold-bath', 'massage-gun'],
    });
    const left = new Set(made.items.map(({ modality }) => modality));
    for (const modality of left) expect(['sleep', 'rest-day', 'fluids', 'protein', 'carbohydrate']).toContain(modality);
    expect(left.has('sleep') && left.has('rest-day') && left.has('fluids')).toBe(true);
  });
});

describe('sleep', () => {
  it('is 8 h, 9 h before a race, and never beyond 7–9 h', () => {
    const minutes = (known: Parameters<typeof plan>[0]) => items(plan(known), 'sleep')[0]?.minutes;
    expect(minutes({})).toBe(480);
    expect(minutes({ events: [race('06T09:00')] })).toBe(540);
    expect(minutes({ sleepTargetH: 4, bed: null })).toBe(420);
    expect(minutes({ sleepTargetH: 12 })).toBe(540);
  });

  it('is longer in a taper, in a race’s phase, and from 72 h before a race until it starts', () => {
    const nowMs = at('04T18:00');
    const before = (hours: number) => competes({ phase: null, events: [{ kind: 'race', atMs: nowMs + hours * H }], nowMs });
    expect([73, 72, 0.5, 0, -1].map(before)).toEqual([false, true, true, false, false]);
    expect(competes({ phase: null, events: [{ kind: 'hard-session', atMs: nowMs + H }], nowMs })).toBe(false);
    for (const phase of ['taper', 'race'] as const) expect(competes({ phase, events: [], nowMs })).toBe(true);
    for (const phase of ['base', 'heavy', 'off', null] as const) expect(competes({ phase, events: [], nowMs })).toBe(false);
    const minutes = (when: string) => items(plan({ events: [race(when)] }), 'sleep')[0]?.minutes;
    expect([minutes('07T18:30'), minutes('07T18:31'), minutes('20T09:00')]).toEqual([540, 480, 480]);
  });

  it('ends at the usual wake time', () => {
    const [night] = items(plan({ sleepTargetH: 8.5 }), 'sleep');
    expect(night === undefined ? 0 : toEndMs(night)).toBe(at('05T06:30'));
  });
});

describe('the rest day', () => {
  const week = Array.from({ length: 8 }, (_, i) => ({ ...hardRun, startMs: at('04T07:00') - i * 24 * H }));
  it('is on the free day', () => {
    const made = plan({ activities: week, planned: [planned('05T07:00'), planned('07T07:00')] });
    expect(items(made, 'rest-day').map(({ day }) => day)).toEqual(['2026-05-06']);
  });

  it('is due even when every day is planned', () => {
    const made = plan({ activities: week, planned: [planned('05T07:00'), planned('06T07:00', 30, 'moderate'), planned('07T07:00')] });
    expect(items(made, 'rest-day').map(({ day }) => day)).toEqual(['2026-05-06']);
  });

  it('is today when readiness says so', () => {
    expect(items(plan({ verdict: 'rest', nowMs: at('04T09:00') }), 'rest-day').map(({ day, reason }) => [day, reason.code])).toEqual([
      ['2026-05-04', 'rest-day-readiness'],
    ]);
  });

  it('is not required of somebody who does not train', () => {
    expect(rulesAgainst(plan({}), 'rest-day')).toEqual(['no-occasion']);
  });
});

describe('food around training', () => {
  it('plans protein between half an hour and two hours after it', () => {
    const [meal] = items(plan({ activities: [hardRun], nowMs: at('04T18:05') }), 'protein');
    expect([meal?.windowFromMs, (meal?.startMs ?? 0) <= at('04T20:00')]).toEqual([at('04T18:30'), true]);
    expect(
      rulesAgainst(
        plan({
          activities: [{ ...hardRun, startMs: at('04T13:00') }],
          nowMs: at('04T16:30'),
          planned: [planned('05T10:00'), planned('06T10:00'), planned('07T10:00')],
          quietFrom: '17:00',
          quietTo: '16:30',
        }),
        'protein',
      ).length,
    ).toBeGreaterThan(0);
  });

  it('plans carbohydrate in the four hours before, and over the day after', () => {
    const made = plan({ planned: [planned('05T12:00', 100)] });
    const before = items(made, 'carbohydrate').find(({ variant }) => variant === 'meal');
    const after = items(made, 'carbohydrate').find(({ variant }) => variant === 'refuel');
    expect(before?.startMs).toBeGreaterThanOrEqual(at('05T08:00'));
    expect(before === undefined ? 0 : toEndMs(before)).toBeLessThanOrEqual(at('05T11:00'));
    expect([after?.dose.carbohydrateG, after?.whose]).toEqual([[420, 560], 'acsm-2016']);
  });
});

describe('light', () => {
  it('is planned within hours of training', () => {
    expect(offered(plan({ activities: [hardRun], equipment: ['red-light'] }), 'red-light')[0]?.startMs).toBeLessThan(at('05T00:00'));
    expect(rulesAgainst(plan({ activities: [longRun], equipment: ['red-light'] }), 'red-light')).toEqual(['no-occasion']);
  });
});

describe('a taper', () => {
  it('has longer nights', () => {
    expect(items(plan({ phase: 'taper' }), 'sleep')[0]?.minutes).toBe(540);
  });
});

describe('screening', () => {
  it('comes before the first plan; until then only what it cannot rule out is planned', () => {
    const made = plan({ activities: [hardRun], equipment: ['foam-roller'], screeningDue: 'never-asked' });
    for (const { modality } of made.items) expect(['sleep', 'rest-day', 'fluids', 'carbohydrate']).toContain(modality);
    expect(rulesAgainst(made, 'foam-rolling')).toEqual(['screening-first' satisfies RuleName]);
  });

  it('keeps local treatments off a painful place', () => {
    const health = { ...ticked(), pain: [{ region: 'quads', signs: ['swollen'] }] } as const;
    const made = plan({
      activities: [hardRun],
      equipment: ['foam-roller', 'ice-pack'],
      health,
      sore: [{ region: 'quads', level: 3 }],
    });
    expect(rulesAgainst(made, 'local-cold')).toEqual(['never-there']);
  });
});

describe('the test situation', () => {
  it('is on a Monday', () => {
    expect(new Date(given().nowMs).toISOString()).toBe('2026-05-04T16:30:00.000Z');
    expect(easyRun.rpe).toBe(3);
  });
});
