import { longDay, t, timeOfDay } from '../../lib/i18n';
import { conflictText } from '../../lib/i18n/words/conflict-words';
import { SPORT_WORDS } from '../../lib/i18n/words/sport-words';
import type { Conflict } from '../../lib/today/conflicts';
import type { Today } from '../../lib/today/read-today';
import { Notice } from '../Notice';

/** Planned sessions and events that conflict with the verdict or the plan, each with the reason and a link to change it. */
export function ConflictNotices({ today }: { readonly today: Pick<Today, 'conflicts' | 'readiness'> }) {
  return (
    <>
      {today.conflicts.map((conflict) => {
        const { day, atMs } = conflict.kind === 'session' ? conflict.session : conflict.event;
        return (
          <div key={`${conflict.kind} ${atMs}`} data-conflict={conflict.why}>
            <Notice
              kind="warn"
              what={t('conflictWhat', nameConflict(conflict), longDay(day), timeOfDay(atMs))}
              todo={conflictText(conflict, today.readiness.verdict)}
            >
              <small>{t(conflict.kind === 'session' ? 'conflictChangeSession' : 'conflictChangeEvent')}</small>
            </Notice>
          </div>
        );
      })}
    </>
  );
}

function nameConflict(conflict: Conflict): string {
  if (conflict.kind === 'session') return t(SPORT_WORDS[conflict.session.sport]);
  return t(conflict.event.kind === 'race' ? 'planRace' : 'planHardSession');
}
