import { MINUTE_MS } from '../../core/time';
import { lastStartMs, type Plan } from '../../planner';

/** The planner starts items at whole five minutes. */
const STEP_MS = 5 * MINUTE_MS;

/**
 * Until when a plan can be shown unchanged, epoch ms: until a window opens or an excluded item becomes possible, until an item is over, or
 * until an item can no longer be started.
 */
export function findPlanEndMs({ fromMs, toMs, items, optional, excluded }: Plan): number {
  const changes = [
    ...[...items, ...optional].flatMap((item) => [
      item.windowFromMs,
      item.startMs + item.minutes * MINUTE_MS,
      // The last whole five minutes is still a start; one millisecond later is not.
      Math.floor(lastStartMs(item) / STEP_MS) * STEP_MS + 1,
    ]),
    ...excluded.flatMap(({ untilMs }) => untilMs ?? []),
  ];
  return Math.min(toMs, ...changes.filter((ms) => ms > fromMs));
}
