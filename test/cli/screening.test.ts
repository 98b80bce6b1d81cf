import { describe, expect, it } from 'vitest';
import { planDay, planned } from './plan-day';

/** `rebound plan` for days of people with something to tick, run as a process. */

describe('rebound plan', { timeout: 60_000 }, () => {
  it('a fever tick of days ago is asked about again, and stands: rest, and nothing but rest and food', async () => {
    const stale = await planDay('w08_fever_tick_stale', { contraindications: ['fever'] });
    expect(stale.screening.asked).toEqual([{ tick: 'fever', text: 'Still ill, or feverish?' }]);
    const confirmed = await planDay('w08_fever_tick_stale', { stillTicked: ['fever'] });
    expect(confirmed.screening.asked).toEqual([]);
    for (const answer of [stale, confirmed]) {
      expect(answer.readiness.verdict).toBe('rest');
      const kinds = new Set(answer.items.map(({ modality }) => modality));
      for (const kind of kinds) expect(['sleep', 'rest-day', 'fluids', 'protein', 'carbohydrate']).toContain(kind);
    }
    expect((await planDay('w08_fever_tick_stale', { contraindications: [] })).readiness.verdict).not.toBe('rest');
  });

  it('an injury: nothing stretches, rolls or massages it, and the day is no better than easy', async () => {
    const answer = await planDay('p_injured_tick');
    expect(planned(answer, 'stretching', 'foam-rolling', 'massage-gun', 'massage-therapy', 'sauna', 'pneumatic-compression')).toEqual([]);
    expect(['easy', 'rest']).toContain(answer.readiness.verdict);
  });

  it.each([[[]], [['creatine', 'tart-cherry']]])('kidney disease: no creatine, tart cherry or protein target (%j)', async () => {
    const answer = await planDay('p_kidney-disease');
    expect(planned(answer, 'creatine', 'tart-cherry', 'protein')).toEqual([]);
    expect(answer.excluded.find(({ modality }) => modality === 'creatine')).toMatchObject({ rule: 'screening-kidney-disease', ask: false });
  });

  it('a medicine that slows the heart: load by effort, sauna only after a doctor’s word, confidence not high', async () => {
    const equipment = ['sauna'];
    const answer = await planDay('p_betablocker_load', { equipment });
    const by = async (rpe: number) => {
      const runs = { activities: [{ sport: 'run', start: '2026-05-03T18:00:00+02:00', movingTimeS: 3600, avgHrBpm: 108, rpe }] };
      return (await planDay('p_betablocker_load', runs)).load.ctlScore;
    };
    // The mean of the first week: one hour, at 8 × 60 ÷ (7 × 60) × 100, over seven days.
    expect(await by(8)).toBeCloseTo(114.2857 / 7 + (114.2857 - 114.2857 / 7) / 42, 1);
    expect((await by(8)) / (await by(4))).toBeCloseTo(2, 9);
    expect(answer.readiness.confidence).not.toBe('high');
    expect(planned(answer, 'sauna')).toEqual([]);
    expect(answer.excluded).toContainEqual(
      expect.objectContaining({ modality: 'sauna', rule: 'screening-heart-rate-medicine', ask: true }),
    );
    const agreed = await planDay('p_betablocker_load', { equipment, doctorAgreed: ['heart-rate-medicine'] });
    expect(planned(agreed, 'sauna').length).toBeGreaterThan(0);
  });

  it('an irregular heartbeat: confidence never high', async () => {
    expect((await planDay('q_arrhythmia_morning')).readiness.confidence).not.toBe('high');
  });

  it('a fast: nothing to eat or drink inside it, and something after it', async () => {
    const answer = await planDay('s08_ramadan_like', { contraindications: ['fasting'], fasting: { from: '04:30', to: '20:40' } });
    const food = planned(answer, 'protein', 'carbohydrate', 'fluids', 'creatine', 'tart-cherry');
    for (const { start, minutes } of food) {
      const [hour = 0, minute = 0] = start.slice(11, 16).split(':').map(Number);
      const from = hour * 60 + minute;
      expect(from >= 20 * 60 + 40 || from + minutes <= 4 * 60 + 30, start).toBe(true);
    }
    expect(food.some(({ start }) => start.startsWith('2026-05-04T2'))).toBe(true);
  });
});
