import { CalendarClock, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { addDays, type Day, toDay } from '../../lib/core/day';
import { longDay, plural, t, timeOfDay } from '../../lib/i18n';
import type { SessionAdvice } from '../../lib/readiness';
import { deletePlanned, plannedBetween, putPlanned, type ReboundDatabase, type StoredPlanned, type World } from '../../lib/storage';
import { LoadFailed } from '../app/LoadFailed';
import { Notice } from '../Notice';
import { useLive } from '../use-live';
import { PlannedForm } from './PlannedForm';
import './training.css';
import { SPORT_WORDS } from '../../lib/i18n/words/sport-words';
import { INTENSITY_WORDS } from './words';

const AHEAD_DAYS = 7;

interface PlannedCardProps {
  readonly db: ReboundDatabase;
  readonly world: World;
  readonly day: Day;
  /** The verdict's advice on today's sessions. */
  readonly advice: readonly SessionAdvice[];
}

/** This week's planned sessions; today's with the verdict's advice: as planned, easier, or another day. */
export function PlannedCard({ db, world, day, advice }: PlannedCardProps) {
  const planned = useLive(() => plannedBetween(db, world, day, addDays(day, AHEAD_DAYS)), [db, world, day]);
  const [adding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  if (planned instanceof Error) return <LoadFailed error={planned} />;
  if (planned === undefined) return null;
  const run = (work: Promise<unknown>) => void work.then(() => setFailure(null), setFailure);
  const adviceOn = (one: StoredPlanned) => advice.find(({ session }) => session.atMs === one.atMs && session.sport === one.sport);
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
              <Advice advice={adviceOn(one)} change={(changed) => run(putPlanned(db, { ...one, ...changed }))} one={one} />
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
  readonly advice: SessionAdvice | undefined;
  readonly one: StoredPlanned;
  readonly change: (changed: Partial<StoredPlanned>) => void;
}

function Advice({ advice, one, change }: AdviceProps) {
  if (advice === undefined) return null;
  const { easier, moveTo } = advice;
  return (
    <div class="stack tight" data-advice={advice.advice}>
      <strong>{t(advice.advice === 'as-planned' ? 'adviceAsPlanned' : advice.advice === 'easier' ? 'adviceEasier' : 'adviceMove')}</strong>
      {advice.advice !== 'as-planned' && (
        <div class="row">
          {easier !== null && (
            <button type="button" class="quiet" onClick={() => change({ intensity: easier.intensity, minutes: easier.minutes })}>
              {t('adviceMakeEasier', plural('minutes', easier.minutes))}
            </button>
          )}
          {moveTo !== null && (
            <button type="button" class="quiet" onClick={() => change(moved(one, moveTo))}>
              {t('adviceMoveTo', longDay(moveTo))}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** The same local time on another day. */
function moved(one: StoredPlanned, day: Day): Partial<StoredPlanned> {
  const at = new Date(one.atMs);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  at.setFullYear(year, month - 1, date);
  return { day, atMs: at.getTime() };
}
