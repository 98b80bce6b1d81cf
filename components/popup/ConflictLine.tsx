import { TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { plural } from '../../lib/i18n';
import { conflictText, conflictWhat } from '../../lib/i18n/words/conflict-words';
import type { TodaySnapshot } from '../../lib/today/snapshot';

interface ConflictLineProps {
  readonly today: Pick<TodaySnapshot, 'conflicts' | 'readiness'>;
  /** The answers, once they are loaded. */
  readonly children?: ComponentChildren;
}

/** The first session or event that its day should not hold, with its answers; how many more there are stands in the app. */
export function ConflictLine({ today: { conflicts, readiness }, children }: ConflictLineProps) {
  const [first, ...more] = conflicts;
  if (first === undefined) return null;
  return (
    <section class="card conflict" data-conflict={first.why}>
      <TriangleAlert size={18} aria-hidden="true" />
      <div class="stack tight">
        <small>
          <strong>{conflictWhat(first)}</strong> {conflictText(first, readiness.verdict)}
          {more.length > 0 && ` ${plural('popupConflictsMore', more.length)}`}
        </small>
        {children}
      </div>
    </section>
  );
}
