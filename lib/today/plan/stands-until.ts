import type { Plan } from '../../planner';

const MINUTE_MS = 60_000;

/** Until when a plan can be shown unchanged, epoch ms: until an open item is over, or an excluded one becomes possible. */
export function findPlanEndMs({ fromMs, toMs, items, excluded }: Plan): number {
  const over = items.map(({ startMs, minutes }) => startMs + minutes * MINUTE_MS);
  const freed = excluded.flatMap(({ untilMs }) => (untilMs !== null && untilMs > fromMs ? untilMs : []));
  return Math.min(toMs, ...over, ...freed);
}
