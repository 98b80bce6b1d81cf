import { describe, expect, it } from 'vitest';
import { toDay } from '../../../lib/core/day';
import { planFor } from '../../../lib/planner';
import { randomSituation } from './random-situation';

describe('a plan while ill', () => {
  it('mentions nothing that it leaves out: no treatment of soreness, no movement', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = randomSituation(seed);
      const { items } = planFor({
        ...random,
        soreness: seed % 2 === 0 ? 5 : 2,
        health: { ...random.health, ill: true },
        screeningDue: null,
      });
      expect(items.map(({ reason }) => reason.code).filter((code) => code.endsWith('-sore') || code.includes('walk'))).toEqual([]);
      expect(items.flatMap(({ steps }) => steps)).not.toContain('rest_or_easy');
    }
  });

  it('neither prepares nor follows a session later that day', () => {
    let sessions = 0;
    for (let seed = 0; seed < 150; seed++) {
      const random = randomSituation(seed);
      const said = seed % 2 === 0;
      const health = said ? { ...random.health, ill: true } : { ...random.health, ticked: ['fever' as const] };
      const situation = { ...random, health, screeningDue: null };
      const { nowMs, timeZone } = situation;
      const today = toDay(nowMs, timeZone);
      const ahead = [...situation.planned, ...situation.events].filter(({ atMs }) => toDay(atMs, timeZone) === today && atMs >= nowMs);
      sessions += ahead.length;
      for (const { reason, id } of planFor(situation).items) {
        const from = reason.values.sessionFromMs;
        if (typeof from === 'number' && from >= nowMs) expect(toDay(from, timeZone), `seed ${seed}: ${id}`).not.toBe(today);
      }
    }
    expect(sessions).toBeGreaterThan(20);
  });
});
