import { t } from '../../lib/i18n';
import { conflictText, conflictWhat } from '../../lib/i18n/words/conflict-words';
import type { ReboundDatabase } from '../../lib/storage';
import type { Today } from '../../lib/today/read-today';
import { Notice } from '../Notice';
import { ConflictButtons } from './ConflictButtons';

interface ConflictNoticesProps {
  readonly db: ReboundDatabase;
  readonly today: Pick<Today, 'conflicts' | 'readiness' | 'world'>;
}

/** Sessions and events that their day should not hold, each with the reason and the answers. Until one is given, nothing is planned around it. */
export function ConflictNotices({ db, today }: ConflictNoticesProps) {
  return (
    <>
      {today.conflicts.map((conflict) => {
        const { atMs } = conflict.kind === 'session' ? conflict.session : conflict.event;
        return (
          <div key={`${conflict.kind} ${atMs}`} data-conflict={conflict.why}>
            <Notice kind="warn" what={conflictWhat(conflict)} todo={conflictText(conflict, today.readiness.verdict)}>
              <small>{t('conflictUntil')}</small>
              <ConflictButtons db={db} world={today.world} conflict={conflict} />
            </Notice>
          </div>
        );
      })}
    </>
  );
}
