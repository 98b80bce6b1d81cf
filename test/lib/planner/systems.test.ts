import { describe, expect, it } from 'vitest';
import { computeAdherence, findTargets } from '../../../lib/planner';
import { at, easyRun, hardRun, items, lifting, longRun, offered, plan, planned, race, rulesAgainst, toEndMs } from './scenario';

/** Each system of the five guides (docs/recovery-sources.md) as a day of its own. */

describe('PALM Health: five steps for one workout', () => {
  const made = plan({
    activities: [hardRun],
    nowMs: at('04T18:00'),
    equipment: ['foam-roller', 'compression-boots', 'cold-bath', 'infrared-sauna'],
    timeBudgetMin: 90,
  });
  const today = (modality: Parameters<typeof items>[1]) => offered(made, modality).find(({ day }) => day === '2026-05-04');

  it('rolls and stretches, within 15 min at the end of the workout', () => {
    const minutes = (today('foam-rolling')?.minutes ?? Number.NaN) + (today('stretching')?.minutes ?? Number.NaN);
    expect(minutes).toBeGreaterThanOrEqual(10);
    expect(minutes).toBeLessThanOrEqual(15);
  });

  it('plans compression soon after it, then cold within 2 h, then infrared', () => {
    const [boots, cold, infrared] = [today('pneumatic-compression'), today('cold-water-immersion'), today('infrared')];
    expect(boots?.startMs).toBeLessThanOrEqual(at('04T19:00'));
    expect(cold?.startMs).toBeLessThanOrEqual(at('04T20:00'));
    expect(infrared?.startMs).toBeGreaterThanOrEqual(cold === undefined ? Number.NaN : toEndMs(cold));
  });

  it('plans 20–40 g of protein within hours', () => {
    const [low, high] = today('protein')?.dose.proteinG ?? [];
    expect((low ?? 0) >= 20 && (high ?? 99) <= 40).toBe(true);
  });
});

describe('Svetness: recovery sessions in the plan, with length and frequency', () => {
  const known = { activities: [hardRun], planned: [planned('06T07:00')] };

  it('chooses by soreness', () => {
    const light = plan({ ...known, soreness: 3 });
    const intense = plan({ ...known, soreness: 5 });
    expect(offered(light, 'mobility').length).toBeGreaterThan(0);
    expect([rulesAgainst(intense, 'mobility'), items(intense, 'massage-therapy').length > 0]).toEqual([['severity'], true]);
  });

  it('has sessions of 10–15 and of 30–60 min', () => {
    for (const { minutes } of items(plan(known), 'mobility')) expect(minutes >= 10 && minutes <= 15).toBe(true);
    for (const { minutes } of items(plan(known), 'massage-therapy')) expect(minutes >= 30 && minutes <= 60).toBe(true);
  });

  it('has weekly targets, and a skip with a reason counts as kept', () => {
    const targets = findTargets('base', (modality) => modality === 'mobility');
    const log = [
      { id: null, modality: 'mobility', day: '2026-05-05', startMs: 0, minutes: 0, outcome: 'skipped', reason: 'a cold' } as const,
    ];
    expect(computeAdherence(targets, log, '2026-05-04', '2026-05-10', []).kept).toBe(1);
  });
});

describe('ALYZE: HRV and sleep decide; sauna and plunge with exact doses', () => {
  const own = { equipment: ['sauna', 'cold-bath'] as const, nowMs: at('04T09:00'), timeBudgetMin: 60 };

  it('plans the sauna: 80–100 °C, 15–20 min', () => {
    const saunas = items(plan(own), 'sauna');
    expect(saunas.length).toBeGreaterThan(0);
    for (const { dose, minutes, evidenceKind, whose } of saunas) {
      expect([dose.temperatureC, minutes >= 15 && minutes <= 20, evidenceKind, whose]).toEqual([[80, 100], true, 'observed', 'alyze']);
    }
  });

  it('plans the plunge hours away from strength work', () => {
    const made = plan({ ...own, activities: [lifting], goal: 'size', nowMs: at('04T18:30') });
    for (const { startMs } of items(made, 'cold-water-immersion')) expect(startMs).toBeGreaterThanOrEqual(at('05T00:00'));
  });

  it('makes it a recovery day when the verdict says so', () => {
    expect(items(plan({ ...own, verdict: 'rest' }), 'rest-day')[0]?.day).toBe('2026-05-04');
    expect(plan({ ...own, verdict: 'easy' }).days[0]?.routine).toBe('recovery-day');
    expect(plan({ ...own, verdict: 'push' }).days[0]?.routine).toBe('free-day');
  });
});

describe('Fleet Feet: which tool, when, and when not', () => {
  const own = { equipment: ['massage-gun', 'compression-boots', 'compression-garment', 'tape', 'cryo-chamber'] as const };

  it('plans the boots right after a long run, and the day after', () => {
    const long = { ...longRun, startMs: at('04T15:30') };
    const boots = items(plan({ ...own, activities: [long], timeBudgetMin: 90 }), 'pneumatic-compression');
    expect([boots[0]?.day, boots[1]?.day]).toEqual(['2026-05-04', '2026-05-05']);
  });

  it('plans no boots on the night before a race, tape during it, and socks after it', () => {
    const made = plan({ ...own, activities: [easyRun], events: [race('05T09:00')] });
    expect(items(made, 'pneumatic-compression').filter(({ startMs }) => startMs < at('05T09:00'))).toEqual([]);
    expect(rulesAgainst(made, 'pneumatic-compression')).toContain('compression-before-race');
    expect(items(made, 'kinesiology-tape')[0]?.startMs).toBe(at('05T09:00'));
    expect(items(made, 'compression-garment').every(({ startMs }) => startMs >= at('05T11:00') || startMs < at('05T09:00'))).toBe(true);
  });

  it('plans the chamber within five hours or not at all', () => {
    for (const item of items(plan({ ...own, activities: [hardRun] }), 'cryotherapy'))
      expect(toEndMs(item)).toBeLessThanOrEqual(at('04T23:00'));
    expect(items(plan({ ...own, activities: [longRun] }), 'cryotherapy')).toEqual([]);
  });
});

describe('Running recovery: machines, food by mass, phases', () => {
  it('plans gentle movement on a machine between workouts', () => {
    const [item] = items(
      plan({ equipment: ['walking-pad'], planned: [planned('05T07:00')], nowMs: at('05T09:00'), activities: [easyRun] }),
      'active-recovery',
    );
    expect(['machine', 'walk', null]).toContain(item?.variant);
    const machine = items(plan({ equipment: ['walking-pad'], activities: [easyRun], timeBudgetMin: 200 }), 'active-recovery').find(
      ({ variant }) => variant === 'machine',
    );
    expect([machine?.minutes, machine?.doseId]).toEqual([20, 'gentle-machine']);
  });

  it('scales food by body mass', () => {
    const grams = (massKg: number) =>
      items(plan({ massKg, planned: [planned('05T12:00', 100)] }), 'carbohydrate').map(({ dose }) => dose.carbohydrateG);
    // 100 hard minutes: 6–8 g/kg on that day.
    expect(grams(50).at(-1)).toEqual([300, 400]);
    expect(grams(80).at(-1)).toEqual([480, 640]);
  });

  it('periodises: more cold in a heavy block, sleep and food in a taper', () => {
    const of = (phase: 'heavy' | 'taper') => plan({ phase, activities: [hardRun], equipment: ['cold-bath'] });
    expect(items(of('heavy'), 'cold-water-immersion').length).toBeGreaterThan(items(of('taper'), 'cold-water-immersion').length);
    expect(items(of('taper'), 'sleep')[0]?.minutes).toBe(540);
  });

  it('plans a day of rest a week', () => {
    const week = Array.from({ length: 8 }, (_, i) => ({ ...hardRun, startMs: at('04T07:00') - i * 86_400_000 }));
    expect(items(plan({ activities: week, planned: [planned('05T07:00')] }), 'rest-day')).toHaveLength(1);
  });
});
