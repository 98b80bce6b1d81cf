import { t } from '../../lib/i18n';
import { conflictText, conflictWhat } from '../../lib/i18n/words/conflict-words';
import type { Today } from '../../lib/today/read-today';
import { Notice } from '../Notice';

/** Planned sessions and events that conflict with the verdict or the plan, each with the reason and a link to change it. */
export function ConflictNotices({ today }: { readonly today: Pick<Today, 'conflicts' | 'readiness'> }) {
  return (
    <>
      {today.conflicts.map((conflict) => {
        const { atMs } = conflict.kind === 'session' ? conflict.session : conflict.event;
        return (
          <div key={`${conflict.kind} ${atMs}`} data-conflict={conflict.why}>
            <Notice kind="warn" what={conflictWhat(conflict)} todo={conflictText(conflict, today.readiness.verdict)}>
              <small>{t(conflict.kind === 'session' ? 'conflictChangeSession' : 'conflictChangeEvent')}</small>
            </Notice>
          </div>
        );
      })}
    </>
  );
}
