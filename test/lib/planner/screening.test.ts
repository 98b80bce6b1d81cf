import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HealthState, type Modality, modalitiesIn } from '../../../lib/catalogue';
import { at, easyRun, given, hardRun, items, plan, planned } from './scenario';

/** What the plan does with the answers to the health questions. */

const WELL: HealthState = { ticked: [], ill: false, injured: false, pain: [] };
const EVERYTHING = ['walking-pad', 'massage-gun', 'compression-boots', 'sauna', 'warm-bath', 'cold-bath', 'ice-pack'] as const;
const FOOD: readonly Modality[] = modalitiesIn('food-and-drink');

describe('a doctor’s word', () => {
  it('brings back what waited for it, and nothing else', () => {
    const equipment = ['sauna', 'cold-bath'] as const;
    const asked = plan({ equipment, health: { ...WELL, ticked: ['diabetes', 'raynaud'] } });
    expect(items(asked, 'sauna')).toEqual([]);
    expect(asked.excluded.find(({ modality }) => modality === 'sauna')).toMatchObject({
      rule: 'screening-diabetes',
      values: { askDoctor: 1 },
    });
    const agreed = plan({ equipment, health: { ...WELL, ticked: ['diabetes', 'raynaud'], doctorAgreed: ['diabetes', 'raynaud'] } });
    expect(items(agreed, 'sauna').length).toBeGreaterThan(0);
    expect(items(agreed, 'cold-water-immersion')).toEqual([]);
  });

  it('is needed for machines after a thrombosis: until then a walk, and no device', () => {
    const devices = [{ id: 'pad', class: 'belt' }] as const;
    const moves = (health: HealthState) =>
      items(plan({ equipment: ['walking-pad'], devices, health, activities: [easyRun] }), 'active-recovery');
    const asked = moves({ ...WELL, ticked: ['dvt'] });
    expect(asked.length).toBeGreaterThan(0);
    for (const item of asked) expect([item.device, item.variant]).not.toEqual(expect.arrayContaining(['pad']));
    for (const item of asked) expect(item.variant).not.toBe('machine');
    expect(moves({ ...WELL, ticked: ['dvt'], doctorAgreed: ['dvt'] }).map(({ device }) => device)).toContain('pad');
  });
});

describe('an injury', () => {
  const health = { ...WELL, ticked: ['acute-injury'], places: { 'acute-injury': ['calves'] } } as const;

  it('is never stretched, rolled or massaged, and the rest of the body is', () => {
    const sore = [
      { region: 'calves', level: 4 },
      { region: 'quads', level: 3 },
    ] as const;
    const { items: all } = plan({ activities: [hardRun], equipment: ['massage-gun', 'foam-roller'], sore, health });
    const touching = all.filter(({ modality }) => ['stretching', 'massage-gun', 'foam-rolling'].includes(modality));
    expect(touching.length).toBeGreaterThan(0);
    for (const { regions, notRegions } of touching) {
      expect(regions).not.toContain('calves');
      expect(notRegions).toContain('calves');
    }
  });

  it('without a place is anywhere', () => {
    const { items: all } = plan({ activities: [hardRun], equipment: [...EVERYTHING], health: { ...WELL, injured: true } });
    const touching = all.filter(({ modality }) =>
      ['stretching', 'massage-gun', 'massage-therapy', 'pneumatic-compression'].includes(modality),
    );
    expect(touching).toEqual([]);
  });
});

describe('a fast', () => {
  const clock = fc
    .integer({ min: 0, max: 95 })
    .map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);

  it('property: nothing to eat or drink lies inside it', () => {
    fc.assert(
      fc.property(clock, clock, (from, to) => {
        fc.pre(from !== to);
        const health = { ...WELL, ticked: ['fasting' as const], fasting: { from, to } };
        const situation = given({ activities: [hardRun], planned: [planned('05T17:00')], supplements: ['creatine'], health });
        for (const item of plan(situation).items.filter(({ modality }) => FOOD.includes(modality))) {
          const [start, begin, end] = [toMinuteOfDay(item.startMs), toMinutes(from), toMinutes(to)];
          const last = start + item.minutes;
          const days = [-1440, 0, 1440].map((shift) => [begin + shift, (end > begin ? end : end + 1440) + shift] as const);
          for (const [opens, closes] of days) expect(start < closes && last > opens, `${item.modality} at ${start}`).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('of unknown hours leaves no food or drink with a time', () => {
    const { items: all, excluded } = plan({ activities: [hardRun], health: { ...WELL, ticked: ['fasting'] } });
    expect(all.filter(({ modality }) => FOOD.includes(modality))).toEqual([]);
    expect(excluded.find(({ modality }) => modality === 'fluids')?.rule).toBe('in-the-fast');
  });

  it('ends with food and drink', () => {
    const health = { ...WELL, ticked: ['fasting'], fasting: { from: '04:30', to: '20:40' } } as const;
    const today = plan({ activities: [hardRun], health }).items.filter(
      ({ modality, startMs }) => FOOD.includes(modality) && startMs < at('05T00:00'),
    );
    expect(today.map(({ modality }) => modality).sort()).toEqual(expect.arrayContaining(['carbohydrate', 'fluids']));
    for (const { startMs } of today) expect(startMs).toBeGreaterThanOrEqual(at('04T20:40'));
  });
});

function toMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Minutes of the day in Berlin in May. */
function toMinuteOfDay(epochMs: number): number {
  return ((epochMs + 7_200_000) / 60_000) % 1440;
}
