import { HOUR_MS } from '../../core/time';
import { HEAT, WATER } from './families';
import type { TimeRule } from './rule';

/** Our choice. */
const BEFORE_BED_H = 2;

const heatBeforeBed: TimeRule = {
  name: 'heat-before-bed',
  from: ['ours'],
  concerns: [...HEAT],
  against: ({ startMs, endMs }, { days }) => {
    // The next night, or the one that is running.
    const next = days.findIndex(({ wakeMs }) => wakeMs > startMs);
    const night = days[next - 1];
    return night === undefined || endMs <= night.bedMs - BEFORE_BED_H * HOUR_MS ? null : { hours: BEFORE_BED_H, bedMs: night.bedMs };
  },
};

const notAfterAlcohol: TimeRule = {
  name: 'no-water-or-heat-after-alcohol',
  from: ['ours'],
  concerns: [...new Set([...HEAT, ...WATER])],
  against: ({ startMs }, { situation, days }) => {
    if (!situation.alcohol) return null;
    const today = days.find(({ endMs }) => endMs > situation.nowMs);
    // Lasts until the next morning.
    const next = days.find(({ wakeMs }) => today !== undefined && wakeMs >= Math.max(today.endMs, situation.nowMs));
    return next !== undefined && startMs >= next.wakeMs ? null : {};
  },
};

const heatDehydrated: TimeRule = {
  name: 'heat-dehydrated',
  from: ['ours'],
  concerns: ['sauna', 'infrared', 'contrast'],
  against: ({ startMs }, { situation: { dehydrated, nowMs } }) => (dehydrated && startMs < nowMs + 12 * HOUR_MS ? {} : null),
};

export const HEAT_RULES: readonly TimeRule[] = [heatBeforeBed, notAfterAlcohol, heatDehydrated];
