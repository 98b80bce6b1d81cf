import type { Described } from '../capabilities';
import type { Records } from './records';
import type { Report } from './report';

const MEASURED_EVERY_MS = 2000;
const MEASURED_GRACE_MS = 500;
const STATUS_EVERY_MS = 5000;
const STATUS_GRACE_MS = 1000;

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Notes the longest silences of Measurement (M-1, M-3 for the temperature) and Status (N-2) while the device was not idle. */
export function checkSilences({ feature, zones }: Described, records: Records, report: Report): void {
  const spans = findActive(records);
  if (spans.length === 0) return;
  for (const { zone } of zones) {
    const ms = findLongest(
      spans,
      records.heard(zone, Number.NEGATIVE_INFINITY).map(({ atMs }) => atMs),
    );
    report.check('M-1', ms <= MEASURED_EVERY_MS + MEASURED_GRACE_MS, () => ({ kind: 'silent', characteristic: 'measurement', zone, ms }));
  }
  const coldMs = feature.temperature ? findLongest(spans, records.temperaturesMs) : 0;
  if (coldMs > MEASURED_EVERY_MS + MEASURED_GRACE_MS) report.fail('M-3', { kind: 'no-temperature' });
  const told = records.statuses.filter(({ how }) => how === 'notified').map(({ atMs }) => atMs);
  const ms = findLongest(spans, told);
  report.check('N-2', ms <= STATUS_EVERY_MS + STATUS_GRACE_MS, () => ({ kind: 'silent', characteristic: 'status', zone: null, ms }));
}

/** From the first report that it is not idle to the last one: when it became idle is not known to the second. */
function findActive({ statuses }: Records): Span[] {
  const spans: Span[] = [];
  let fromMs: number | null = null;
  let toMs = 0;
  for (const { atMs, status } of statuses) {
    if (status.state !== 'idle') {
      fromMs ??= atMs;
      toMs = atMs;
    } else if (fromMs !== null) {
      spans.push({ fromMs, toMs });
      fromMs = null;
    }
  }
  return fromMs === null ? spans : [...spans, { fromMs, toMs }];
}

/** The longest time within a span without one of these. */
function findLongest(spans: readonly Span[], times: readonly number[]): number {
  const gaps = spans.flatMap(({ fromMs, toMs }) => {
    const marks = [fromMs, ...times.filter((atMs) => atMs >= fromMs && atMs <= toMs), toMs];
    return marks.slice(1).map((atMs, i) => atMs - (marks[i] ?? fromMs));
  });
  return Math.max(0, ...gaps);
}
