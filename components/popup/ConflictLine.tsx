import { TriangleAlert } from 'lucide-preact';
import { plural } from '../../lib/i18n';
import { conflictText, conflictWhat } from '../../lib/i18n/words/conflict-words';
import type { TodaySnapshot } from '../../lib/today/snapshot';

/** The first planned session or event that does not go with the day; how many more there are stands in the app. */
export function ConflictLine({ today: { conflicts, readiness } }: { readonly today: Pick<TodaySnapshot, 'conflicts' | 'readiness'> }) {
  const [first, ...more] = conflicts;
  if (first === undefined) return null;
  return (
    <section class="card conflict" data-conflict={first.why}>
      <TriangleAlert size={18} aria-hidden="true" />
      <small>
        <strong>{conflictWhat(first)}</strong> {conflictText(first, readiness.verdict)}
        {more.length > 0 && ` ${plural('popupConflictsMore', more.length)}`}
      </small>
    </section>
  );
}
