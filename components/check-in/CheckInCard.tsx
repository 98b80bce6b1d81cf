import { useState } from 'preact/hooks';
import { clock } from '../../lib/core/clock';
import { type Day, localZone } from '../../lib/core/day';
import { DAY_MS } from '../../lib/core/time';
import { type MessageKey, number, t } from '../../lib/i18n';
import type { CheckIn } from '../../lib/readiness';
import {
  answerCheckIn,
  BLANK_CHECK_IN,
  getCheckIn,
  getSettings,
  type ReboundDatabase,
  strengthSince,
  tickScreening,
  type World,
} from '../../lib/storage';
import { LoadFailed } from '../app/LoadFailed';
import { Notice } from '../Notice';
import { useLive } from '../use-live';
import { CheckInForm } from './CheckInForm';
import { StillQuestions } from './StillQuestions';
import './check-in.css';

/** After strength work this recent, ask how the bar moved. */
const BAR_ASKED_MS = 4 * DAY_MS;

const VOIDING = ['ill', 'injured'] as const;

const FIELD_WORDS = {
  sleepHours: 'askSleepHours',
  sleepQuality: 'askSleepQuality',
  soreness: 'askSoreness',
  sore: 'askSoreness',
  energy: 'askEnergy',
  mood: 'askMood',
  stress: 'askStress',
  ill: 'askIll',
  injured: 'askInjured',
  pain: 'askPain',
  bar: 'askBar',
  cycleDay: 'askCycleDay',
  tags: 'tagsLabel',
  note: 'checkInNote',
} as const satisfies Record<keyof CheckIn, MessageKey>;

interface CheckInCardProps {
  readonly db: ReboundDatabase;
  readonly world: World;
  readonly day: Day;
  /** The questions are open while a check records and in the popup; elsewhere they fold up once answered. */
  readonly open?: boolean;
  readonly short?: boolean;
  readonly done?: () => void;
}

/** The morning questions. Each answer is saved at once; the answers are shown in one line and can be changed at any time. */
export function CheckInCard({ db, world, day, open = false, short = false, done }: CheckInCardProps) {
  const read = async () => ({
    stored: await getCheckIn(db, world, day),
    settings: await getSettings(db),
    lifted: await strengthSince(db, world, clock.now() - BAR_ASKED_MS),
  });
  const loaded = useLive(read, [db, world, day]);
  // The form keeps the current answers and the database follows.
  const [given, setGiven] = useState<Partial<CheckIn>>({});
  const [editing, setEditing] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  if (loaded instanceof Error) return <LoadFailed error={loaded} />;
  if (loaded === undefined) return null;
  const { stored, settings, lifted } = loaded;
  const answers: CheckIn = { ...BLANK_CHECK_IN, ...stored, ...given };
  const timeZone = localZone();
  const answer = (changed: Partial<CheckIn>) => {
    // The first answer creates the row; the form must not fold up while it is used.
    setEditing(true);
    setGiven((before) => ({ ...before, ...changed }));
    const saved = answerCheckIn(db, { world, day, timeZone }, changed, clock.now());
    // Ill or injured: the answers of the screening may no longer hold.
    const voids = VOIDING.filter((tick) => world === 'own' && changed[tick] === true).map((tick) => tickScreening(db, tick, clock.now()));
    Promise.all([saved, ...voids]).then(() => setFailure(null), setFailure);
  };
  const unread = stored?.unread ?? [];
  const shown = open || unread.length > 0 || (editing ?? stored === null);
  // Everything that could not be read is what the form shows now.
  const confirm = () => answer(Object.fromEntries(unread.map((field) => [field, answers[field]])));
  return (
    <section class="card stack" data-check-in={stored === null ? 'open' : unread.length > 0 ? 'unread' : 'answered'}>
      <div class="between">
        <h2>{t('checkInTitle')}</h2>
        {!open && (
          <button type="button" class="quiet fold" aria-expanded={shown} onClick={() => setEditing(!shown)}>
            {shown ? t('checkInFold') : t(stored === null ? 'checkInOpen' : 'checkInChange')}
          </button>
        )}
      </div>
      <StillQuestions db={db} settings={settings} day={day} />
      {failure !== null && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      {unread.length > 0 && (
        <Notice
          kind="warn"
          what={t('checkInUnread', [...new Set(unread.map((field) => t(FIELD_WORDS[field])))].join(t('listComma')))}
          todo={t('checkInUnreadTodo')}
        >
          <div>
            <button type="button" data-confirm-answers onClick={confirm}>
              {t('checkInUnreadConfirm')}
            </button>
          </div>
        </Notice>
      )}
      {shown ? (
        <CheckInForm answers={answers} answer={answer} askBar={lifted} askCycle={settings.asksCycle} short={short && unread.length === 0} />
      ) : (
        stored !== null && <p data-summary>{summary(answers)}</p>
      )}
      {done !== undefined && (
        <button type="button" onClick={done}>
          {t('checkInDone')}
        </button>
      )}
    </section>
  );
}

/** "Slept 7.5 h · sleep 4 · energy 3 …": the answers, in the order of the questions. */
function summary({ sleepHours, sleepQuality, energy, mood, stress, soreness, ill, injured, pain }: CheckIn): string {
  const scales = [
    ['sumSleepQuality', sleepQuality],
    ['sumEnergy', energy],
    ['sumMood', mood],
    ['sumStress', stress],
    ['sumSoreness', soreness],
  ] as const;
  return [
    ...(sleepHours === null ? [] : [t('sumSlept', number(sleepHours, sleepHours % 1 === 0 ? 0 : 2))]),
    ...scales.flatMap(([key, score]) => (score === null ? [] : [t(key, score)])),
    ...(ill ? [t('sumIll')] : []),
    ...(injured ? [t('sumInjured')] : []),
    ...(pain.length > 0 ? [t('sumPain')] : []),
  ].join(' · ');
}
