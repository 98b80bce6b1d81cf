import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { CheckIn, Score } from '../../lib/readiness';
import { TagEditor } from '../TagEditor';
import { PainEditor } from './PainEditor';
import { ScaleQuestion } from './ScaleQuestion';
import { SleepHours } from './SleepHours';
import { SorenessMap } from './SorenessMap';

interface CheckInFormProps {
  readonly answers: CheckIn;
  /** Called with each answer as it is given. */
  readonly answer: (changed: Partial<CheckIn>) => void;
  /** After strength work: ask how the bar moved. */
  readonly askBar: boolean;
  /** The user tracks the menstrual cycle. */
  readonly askCycle: boolean;
  /** The popup has no room for the body map, tags and the note: they are in the app. */
  readonly short?: boolean;
}

type ScaleName = 'sleepQuality' | 'soreness' | 'energy' | 'mood' | 'stress';

const SCALES = [
  { name: 'sleepQuality', label: 'askSleepQuality', ends: ['sleepBad', 'sleepGood'] },
  { name: 'energy', label: 'askEnergy', ends: ['energyLow', 'energyHigh'] },
  { name: 'mood', label: 'askMood', ends: ['moodLow', 'moodHigh'] },
  { name: 'stress', label: 'askStress', ends: ['stressLow', 'stressHigh'] },
  { name: 'soreness', label: 'askSoreness', ends: ['sorenessNone', 'sorenessHigh'] },
] as const;

const BARS = [
  { value: 'faster', label: 'barFaster' },
  { value: 'usual', label: 'barUsual' },
  { value: 'slower', label: 'barSlower' },
] as const;

/** The morning questions. The keys 1 to 5 answer one and go on to the next. */
export function CheckInForm({ answers, answer, askBar, askCycle, short = false }: CheckInFormProps) {
  const form = useRef<HTMLFieldSetElement>(null);
  const [hurts, setHurts] = useState(answers.pain.length > 0);
  const byKey = (event: KeyboardEvent) => {
    const scale = (event.target as Element).closest<HTMLElement>('[data-scale]');
    const score = Number(event.key);
    if (scale === null || !(score >= 1 && score <= 5) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    answer({ [scale.dataset.scale as ScaleName]: score as Score });
    const all = [...(form.current?.querySelectorAll<HTMLElement>('[data-scale]') ?? [])];
    const next = all[all.indexOf(scale) + 1];
    (next?.querySelector<HTMLElement>('input') ?? form.current?.querySelector<HTMLElement>('[data-ill]'))?.focus();
  };
  const sore = answers.soreness !== null && answers.soreness > 1;
  return (
    <fieldset class="check-in" aria-label={t('checkInTitle')} ref={form} onKeyDown={byKey}>
      <SleepHours hours={answers.sleepHours} change={(sleepHours) => answer({ sleepHours })} />
      {SCALES.map(({ name, label, ends }) => (
        <ScaleQuestion
          key={name}
          name={name}
          label={label}
          ends={ends}
          value={answers[name]}
          choose={(score) => answer({ [name]: score })}
        />
      ))}
      {!short && (sore || answers.sore.length > 0) && <SorenessMap sore={answers.sore} change={(changed) => answer({ sore: changed })} />}
      {askBar && (
        <fieldset class="scale">
          <legend>{t('askBar')}</legend>
          <div class="choices">
            {BARS.map(({ value, label }) => (
              <label key={value}>
                <input type="radio" name="bar" checked={answers.bar === value} onChange={() => answer({ bar: value })} />
                {t(label)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div class="ticks">
        <label class="tick">
          <input type="checkbox" data-ill checked={answers.ill} onChange={(event) => answer({ ill: event.currentTarget.checked })} />
          {t('askIll')}
        </label>
        <label class="tick">
          <input type="checkbox" checked={answers.injured} onChange={(event) => answer({ injured: event.currentTarget.checked })} />
          {t('askInjured')}
        </label>
        {!short && (
          <label class="tick">
            <input
              type="checkbox"
              checked={hurts}
              onChange={(event) => {
                setHurts(event.currentTarget.checked);
                if (!event.currentTarget.checked) answer({ pain: [] });
              }}
            />
            {t('askPain')}
          </label>
        )}
      </div>
      {!short && hurts && <PainEditor pain={answers.pain} change={(pain) => answer({ pain })} />}
      {askCycle && (
        <label class="between">
          <span class="question">{t('askCycleDay')}</span>
          <input
            type="number"
            min="1"
            max="60"
            value={answers.cycleDay ?? ''}
            onChange={(event) => {
              const day = event.currentTarget.valueAsNumber;
              answer({ cycleDay: Number.isInteger(day) && day >= 1 && day <= 60 ? day : null });
            }}
          />
        </label>
      )}
      {!short && <TagEditor tags={answers.tags} change={(tags) => answer({ tags })} />}
    </fieldset>
  );
}
