import { Coins } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import { addDays, type Day } from '../../../lib/core/day';
import { number, t } from '../../../lib/i18n';
import {
  addExperiment,
  deleteExperiment,
  type Experiment,
  endExperiment,
  ownRoutines,
  type ReboundDatabase,
  sayKept,
  tossFor,
} from '../../../lib/storage';
import { OUTCOMES, type TrendOutcome, toss } from '../../../lib/trends';
import { type RunningExperiment, readExperiments } from '../../../lib/views/trends-answers';
import { FormEnd } from '../../FormEnd';
import { Notice } from '../../Notice';
import { useLive } from '../../use-live';
import { Choices } from '../Choices';
import { fullDay } from '../history/words';
import { LoadFailed } from '../LoadFailed';
import { differenceWords, OUTCOME_WORDS } from './compared-words';

const BLOCK_DAYS = 4;
const LENGTHS = [6, 8, 10] as const;

/** "Test it": a coin toss decides, so that a difference comes from the treatment and not from the day. */
export function TestCard({ db, today }: { db: ReboundDatabase; today: Day }) {
  const all = useLive(() => readExperiments(db, today, clock.now()), [db, today]);
  const [setting, setSetting] = useState(false);
  const [failed, setFailed] = useState(false);
  if (all instanceof Error) return <LoadFailed error={all} />;
  if (all === undefined) return null;
  const run = (work: Promise<unknown>) =>
    void work.then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <section class="card stack test-it" data-experiments={all.length}>
      <div class="stack tight">
        <h2>{t('testTitle')}</h2>
        <p class="muted">{t('testWhat')}</p>
      </div>
      {failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      {all.map((one) => (
        <One key={one.experiment.id} db={db} one={one} today={today} run={run} />
      ))}
      {setting ? (
        <SetUp
          db={db}
          begin={(experiment) => {
            run(addExperiment(db, experiment));
            setSetting(false);
          }}
          cancel={() => setSetting(false)}
        />
      ) : (
        <div>
          <button type="button" class="quiet" onClick={() => setSetting(true)}>
            {t('testNew')}
          </button>
        </div>
      )}
    </section>
  );
}

interface OneProps {
  readonly db: ReboundDatabase;
  readonly one: RunningExperiment;
  readonly today: Day;
  readonly run: (work: Promise<unknown>) => void;
}

function One({ db, one: { experiment, result }, today, run }: OneProps) {
  const { id, name, tosses, plannedBlocks, endedAtMs, seed } = experiment;
  const all = plannedBlocks * BLOCK_DAYS;
  const index = tosses.findIndex(({ day }) => day === today);
  const open = tosses.map((toss, i) => ({ ...toss, i })).filter(({ day, kept }) => kept === null && day < today);
  const asked = open.at(-1);
  const full = tosses.length >= all;
  return (
    <article class="experiment stack tight" data-experiment={id}>
      <div class="between">
        <h3>{name}</h3>
        <small>{endedAtMs !== null && !full ? t('testEnded') : t('testDays', number(Math.min(tosses.length, all)), number(all))}</small>
      </div>
      {!full && endedAtMs === null && (
        <div class="row">
          {index === -1 ? (
            <button type="button" onClick={() => run(tossFor(db, id, today))}>
              <Coins size={16} aria-hidden="true" />
              {t('testToss')}
            </button>
          ) : (
            <p role="status" data-toss={toss(seed, index)}>
              <b>{t(toss(seed, index) === 'with' ? 'testWith' : 'testWithout', name)}</b>
            </p>
          )}
        </div>
      )}
      {asked !== undefined && (
        <div class="row">
          <span>{t('testKept', fullDay(asked.day), t(toss(seed, asked.i) === 'with' ? 'testWith' : 'testWithout', name))}</span>
          <button type="button" class="quiet" onClick={() => run(sayKept(db, id, asked.day, true))}>
            {t('testYes')}
          </button>
          <button type="button" class="quiet" onClick={() => run(sayKept(db, id, asked.day, false))}>
            {t('testNo')}
          </button>
        </div>
      )}
      <Result experiment={experiment} result={result} today={today} />
      <div class="row">
        {!full && endedAtMs === null && tosses.length > 0 && (
          <button type="button" class="quiet" onClick={() => run(endExperiment(db, id, clock.now()))}>
            {t('testEnd')}
          </button>
        )}
        {(tosses.length === 0 || endedAtMs !== null || full) && (
          <button type="button" class="quiet" onClick={() => run(deleteExperiment(db, id))}>
            {t('testDelete')}
          </button>
        )}
      </div>
    </article>
  );
}

function Result({ experiment, result, today }: { experiment: Experiment; result: RunningExperiment['result']; today: Day }) {
  const { outcome, tosses } = experiment;
  const last = tosses.at(-1);
  // The morning after the last day belongs to it.
  if (!result.done || last === undefined || addDays(last.day, 1) > today) return <small>{t('testWait')}</small>;
  const { difference, low, high, p, kept } = result;
  const words = (value: number) => differenceWords(outcome, value);
  return (
    <div>
      <p>
        {t('testResult', t(OUTCOME_WORDS[outcome]), words(difference), words(low), words(high))}{' '}
        {t(p < 0.05 ? 'testClear' : 'testUnclear', number(p, 2))}
      </p>
      {kept !== null && <small>{t('testKeptShare', t('percent', number(100 * kept)))}</small>}
    </div>
  );
}

interface SetUpProps {
  readonly db: ReboundDatabase;
  readonly begin: (experiment: Experiment) => void;
  readonly cancel: () => void;
}

function SetUp({ db, begin, cancel }: SetUpProps) {
  const routines = useLive(() => ownRoutines(db), [db]);
  const [routineId, setRoutineId] = useState('');
  const [name, setName] = useState('');
  const [outcome, setOutcome] = useState<TrendOutcome>('lnRmssd');
  const [blocks, setBlocks] = useState<number>(LENGTHS[0]);
  const start = () => {
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
    const at = clock.now();
    begin({
      id: crypto.randomUUID(),
      name: name.trim(),
      ...(routineId === '' ? {} : { routineId }),
      outcome,
      seed,
      plannedBlocks: blocks,
      startedAtMs: at,
      endedAtMs: null,
      tosses: [],
    });
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') start();
      }}
    >
      {/* Where they cannot be read, the test is in the user's own words. */}
      {Array.isArray(routines) && routines.length > 0 && (
        <label class="stack tight">
          <span class="question">{t('testRoutine')}</span>
          <select
            data-test-routine
            value={routineId}
            onChange={(event) => {
              const id = event.currentTarget.value;
              setRoutineId(id);
              setName(routines.find((one) => one.id === id)?.name ?? '');
            }}
          >
            <option value="">{t('testRoutineNone')}</option>
            {routines.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          <small>{t('testRoutineHint')}</small>
        </label>
      )}
      <label class="stack tight">
        <span class="question">{t('testName')}</span>
        <input
          type="text"
          maxLength={60}
          value={name}
          placeholder={t('testNameExample')}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <small>{t('testNameHint')}</small>
      </label>
      <Choices
        legend={t('testOutcome')}
        name="outcome"
        options={OUTCOMES.map((value) => ({ value, label: t(OUTCOME_WORDS[value]) }))}
        value={outcome}
        choose={setOutcome}
      />
      <Choices
        legend={t('testLength')}
        name="length"
        options={LENGTHS.map((value) => ({ value: `${value}`, label: t('testLengthDays', number(value * BLOCK_DAYS)) }))}
        value={`${blocks}`}
        choose={(chosen) => setBlocks(Number(chosen))}
        hint={t('testLengthHint')}
      />
      <FormEnd blocked={name.trim() === ''} does={t('testStart')} cancel={cancel} />
    </form>
  );
}
