import { CalendarClock, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { addDays, toDay } from '../../lib/core/day';
import { longDay, plural, t, timeOfDay } from '../../lib/i18n';
import type { Conflict } from '../../lib/planner';
import { deletePlanned, putPlanned, type ReboundDatabase, type StoredPlanned } from '../../lib/storage';
import { takeBackAnswer } from '../../lib/today/plan/answer';
import type { Today } from '../../lib/today/read-today';
import type { PlannedSession } from '../../lib/training';
import { Notice } from '../Notice';
import { ConflictButtons } from '../plan/ConflictButtons';
import { STATE_WORDS } from '../plan/SessionRow';
import { PlannedForm } from './PlannedForm';
import './training.css';
import { SPORT_WORDS } from '../../lib/i18n/words/sport-words';
import { INTENSITY_WORDS } from './words';

const AHEAD_DAYS = 7;

interface PlannedCardProps {
  readonly db: ReboundDatabase;
  readonly today: Pick<Today, 'world' | 'day' | 'planned' | 'conflicts' | 'judged'>;
}

/** This week's planned sessions: today's as planned, and those that conflict with the verdict or the plan with what can be done about it. */
export function PlannedCard({ db, today }: PlannedCardProps) {
  const { world, day, conflicts, judged } = today;
  const [adding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const planned = today.planned.filter((one) => one.day >= day && one.day <= addDays(day, AHEAD_DAYS));
  const run = (work: Promise<unknown>) => void work.then(() => setFailure(null), setFailure);
  const isFor = (one: StoredPlanned, other: PlannedSession) => other.atMs === one.atMs && other.sport === one.sport;
  const findConflict = (one: StoredPlanned) => conflicts.find((conflict) => conflict.kind === 'session' && isFor(one, conflict.session));
  const fits = (one: StoredPlanned) => judged.sessions.some(({ session, advice }) => advice === 'as-planned' && isFor(one, session));
  return (
    <section class="card stack" data-planned>
      <div class="between">
        <h2>{t('plannedTitle')}</h2>
        {!adding && (
          <button type="button" class="quiet" onClick={() => setAdding(true)}>
            {t('plannedAdd')}
          </button>
        )}
      </div>
      {failure !== null && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      {adding && (
        <PlannedForm
          save={(session) => {
            run(putPlanned(db, { ...session, id: crypto.randomUUID(), world, day: toDay(session.atMs) }));
            setAdding(false);
          }}
          cancel={() => setAdding(false)}
        />
      )}
      {!adding && planned.length === 0 && <p class="muted">{t('plannedNone')}</p>}
      <ul class="activities">
        {planned.map((one) => (
          <li key={one.id} class="planned" data-session-day={one.day}>
            <CalendarClock size={18} aria-hidden="true" />
            <div class="stack tight">
              <div>
                {t(SPORT_WORDS[one.sport])}, {plural('minutes', one.minutes)}, {t(INTENSITY_WORDS[one.intensity])}
                <br />
                <small>
                  {longDay(one.day)} · {timeOfDay(one.atMs)}
                </small>
              </div>
              <Advice db={db} conflict={findConflict(one)} fits={fits(one)} one={one} takeBack={() => run(takeBackAnswer(db, one))} />
            </div>
            <button
              type="button"
              class="icon"
              aria-label={t('trainingDelete', t(SPORT_WORDS[one.sport]))}
              onClick={() => run(deletePlanned(db, one.id))}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AdviceProps {
  readonly db: ReboundDatabase;
  readonly conflict: Conflict | undefined;
  /** The verdict allows it as it is. */
  readonly fits: boolean;
  readonly one: StoredPlanned;
  readonly takeBack: () => void;
}

function Advice({ db, conflict, fits, one, takeBack }: AdviceProps) {
  if (conflict !== undefined) {
    return (
      <div class="stack tight" data-advice={conflict.easier === null ? 'move' : 'easier'}>
        <strong>{t('plannedWaits')}</strong>
        <ConflictButtons db={db} world={one.world} conflict={conflict} />
      </div>
    );
  }
  if (one.answer) {
    return (
      <div class="row wrap" data-answered={one.answer.offer}>
        <small>{t(STATE_WORDS[one.answer.offer])}</small>
        <button type="button" class="link" onClick={takeBack}>
          {t('plannedTakeBack')}
        </button>
      </div>
    );
  }
  return fits ? <strong data-advice="as-planned">{t('adviceAsPlanned')}</strong> : null;
}
