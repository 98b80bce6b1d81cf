import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { LATEST_AFTER_WAKING_MIN, minutesAwake, type RuledOut } from '../../lib/readiness/mornings';
import { type Check, getSettings, type ReboundDatabase, sayMorning } from '../../lib/storage';
import { Notice } from '../Notice';
import { useLive } from '../use-live';
import { Choices } from './Choices';
import { countingLong } from './history/words';

interface WakingCardProps {
  readonly db: ReboundDatabase;
  readonly check: Check;
  /** Why it does not count as a morning check; null if it does. */
  readonly out: RuledOut | null;
}

const ANSWERS = [
  { value: 'yes', label: 'awakeYes' },
  { value: 'no', label: 'awakeNo' },
] as const;

/** Asks whether a check was taken in the morning, where the wake-up time does not tell. */
export function WakingCard({ db, check, out }: WakingCardProps) {
  const settings = useLive(() => getSettings(db), [db]);
  const [said, setSaid] = useState<Partial<Pick<Check, 'awakeSince' | 'asMorning'>>>({});
  const [failed, setFailed] = useState(false);
  if (settings === undefined || settings instanceof Error) return null;
  const { awakeSince, asMorning } = { ...check, ...said };
  const since = awakeSince ?? settings.wake;
  const minutes = since === null ? null : minutesAwake(since, check);
  const late = minutes !== null && minutes > LATEST_AFTER_WAKING_MIN;
  const say = (now: typeof said) => {
    setSaid((before) => ({ ...before, ...now }));
    sayMorning(db, check.id, now).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <section class="card stack tight" data-waking>
      <label class="between">
        <span style={{ whiteSpace: 'nowrap' }}>{t('awakeSince')}</span>
        <input
          type="time"
          style={{ width: 'auto' }}
          value={since ?? ''}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '') say({ awakeSince: value });
          }}
        />
      </label>
      {minutes !== null && !late && asMorning === undefined && out === null && <small>{t('awakeFine')}</small>}
      {(late || asMorning !== undefined) && (
        <Choices
          legend={t('awakeAsk')}
          name={`as-morning ${check.id}`}
          options={ANSWERS.map(({ value, label }) => ({ value, label: t(label) }))}
          value={asMorning === undefined ? '' : asMorning ? 'yes' : 'no'}
          choose={(value) => say({ asMorning: value === 'yes' })}
        />
      )}
      {out !== null && <small data-out={out}>{countingLong({ counts: false, why: out })}</small>}
      {failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
    </section>
  );
}
