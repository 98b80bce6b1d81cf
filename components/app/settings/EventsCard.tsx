import { Plus, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import { localZone, toDay } from '../../../lib/core/day';
import { toInstant, toLocalMinute } from '../../../lib/core/local-time';
import { DAY_MS } from '../../../lib/core/time';
import { longDay, t, timeOfDay } from '../../../lib/i18n';
import { changeSetting, type ReboundDatabase, type Settings, type TrainingEvent } from '../../../lib/storage';
import { toUnanswered } from '../../../lib/today/plan/answer';
import { FormEnd } from '../../FormEnd';
import { STATE_WORDS } from '../../plan/SessionRow';
import { Choices } from '../Choices';

const isSame = (a: TrainingEvent, b: TrainingEvent) => a.kind === b.kind && a.atMs === b.atMs;
const WORDS = { race: 'planRace', 'hard-session': 'planHardSession' } as const;

/** Races and hard sessions that recovery is planned around. */
export function EventsCard({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  const [kind, setKind] = useState<TrainingEvent['kind']>('race');
  const [at, setAt] = useState<string | null>(null);
  const nowMs = clock.now();
  const atMs = at === null ? Number.NaN : toInstant(at, localZone());
  const ahead = settings.events.filter((one) => one.atMs > nowMs - DAY_MS);
  const save = (change: (before: readonly TrainingEvent[]) => readonly TrainingEvent[]) =>
    void changeSetting(db, 'events', (before) => [...change(before)].sort((a, b) => a.atMs - b.atMs));
  return (
    <section class="card stack" data-plan-events>
      <div class="stack tight">
        <h2>{t('eventsTitle')}</h2>
        <p class="muted">{t('eventsText')}</p>
      </div>
      {ahead.length > 0 && (
        <ul class="rows">
          {ahead.map((one) => (
            <li key={`${one.kind} ${one.atMs}`} class="between" data-event={one.kind}>
              <span>
                <strong>{t(WORDS[one.kind])}</strong> {longDay(toDay(one.atMs))}, {timeOfDay(one.atMs)}
                {one.answer && (
                  <>
                    <br />
                    <small>{t(STATE_WORDS[one.answer.offer])}</small>{' '}
                    <button
                      type="button"
                      class="link"
                      onClick={() => save((before) => before.map((other) => (isSame(other, one) ? toUnanswered(other) : other)))}
                    >
                      {t('plannedTakeBack')}
                    </button>
                  </>
                )}
              </span>
              <button
                type="button"
                class="icon"
                aria-label={t('eventRemove', t(WORDS[one.kind]), longDay(toDay(one.atMs)))}
                onClick={() => save((before) => before.filter((other) => !isSame(other, one)))}
              >
                <X size={18} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {at === null ? (
        <div>
          <button type="button" class="quiet" data-add-event onClick={() => setAt(toLocalMinute(nowMs + DAY_MS, localZone()))}>
            <Plus size={18} aria-hidden="true" />
            {t('eventAdd')}
          </button>
        </div>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (Number.isNaN(atMs)) return;
            save((before) => [...before.filter((one) => one.atMs > nowMs - 30 * DAY_MS), { kind, atMs }]);
            setAt(null);
          }}
        >
          <Choices
            legend={t('eventWhat')}
            name="event-kind"
            options={(['race', 'hard-session'] as const).map((value) => ({ value, label: t(WORDS[value]) }))}
            value={kind}
            choose={setKind}
          />
          <label class="stack tight">
            <span>{t('eventWhen')}</span>
            <input type="datetime-local" value={at} onInput={(event) => setAt(event.currentTarget.value)} />
          </label>
          <FormEnd blocked={Number.isNaN(atMs)} cancel={() => setAt(null)} />
        </form>
      )}
    </section>
  );
}
