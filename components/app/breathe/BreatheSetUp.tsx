import { Play } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { BreathingSessions } from '../../../lib/breathing/breathing-sessions';
import { pacedPlan } from '../../../lib/breathing/plans';
import { BREATH_RATES, BREATHE_MINUTES } from '../../../lib/catalogue';
import { clock } from '../../../lib/core/clock';
import { findTimerBlocks, type TimerConditions } from '../../../lib/devices/guided/blocks';
import { demoTransport, strapTransport } from '../../../lib/devices/links/transports';
import { type MessageKey, number, plural, t } from '../../../lib/i18n';
import type { PlanItem } from '../../../lib/planner';
import { type ReboundDatabase, type Settings, setSetting } from '../../../lib/storage';
import { Choices } from '../Choices';
import { readySound } from '../guided/sound';
import { BreatheBlocks } from './BreatheBlocks';

interface BreatheSetUpProps {
  readonly db: ReboundDatabase;
  readonly breathing: BreathingSessions;
  readonly settings: Settings;
  readonly conditions: Omit<TimerConditions, 'nowMs'>;
  readonly owned: boolean;
  /** Whether the strap can be connected. */
  readonly able: boolean;
  /** The plan's item for this session; its minutes apply until the user chooses others. */
  readonly planned: { readonly item: PlanItem; readonly demo: boolean } | null;
}

const OPTIONS: readonly { readonly key: 'sound' | 'heart' | 'dark'; readonly label: MessageKey }[] = [
  { key: 'sound', label: 'breatheSound' },
  { key: 'heart', label: 'breatheHeart' },
  { key: 'dark', label: 'breatheDark' },
];

/** Pace, length, picture or sound; and the Begin button. */
export function BreatheSetUp({ db, breathing, settings, conditions, owned, able, planned }: BreatheSetUpProps) {
  const { resonanceRatePerMin: found } = settings;
  // What was just chosen counts at once: Begin may be pressed before the database has it.
  const [justChosen, setJustChosen] = useState<Partial<Settings['breathe']>>({});
  const breathe = { ...settings.breathe, ...justChosen };
  const change = (changed: Partial<Settings['breathe']>) => {
    setJustChosen((before) => ({ ...before, ...changed }));
    void setSetting(db, 'breathe', { ...breathe, ...changed });
  };
  const [chosen, setChosen] = useState<number | null>(null);
  const minutes = chosen ?? planned?.item.minutes ?? breathe.minutes;
  const plan = pacedPlan(breathe.perMin, minutes, planned?.item ?? null);
  const blocks = plan === null ? [] : findTimerBlocks(plan, { ...conditions, nowMs: clock.now() });
  const begin = () => {
    if (breathe.sound) readySound();
    breathing.sound.value = breathe.sound;
    const strap = breathe.heart && able ? (settings.demoMode ? demoTransport : strapTransport) : null;
    if (plan !== null) breathing.start(plan, strap, { ...conditions, nowMs: clock.now() }, planned?.demo);
  };
  return (
    <section class="card stack breathe" data-breathe="set-up">
      <p>{t('breatheText')}</p>
      <Choices
        legend={t('breatheRate')}
        name="breathe-rate"
        options={BREATH_RATES.map((rate) => ({ value: String(rate), label: number(rate, 1) }))}
        value={String(breathe.perMin)}
        choose={(rate) => change({ perMin: BREATH_RATES.find((one) => String(one) === rate) ?? breathe.perMin })}
        hint={found === null ? t('breatheRateHint') : t('breatheRateFound', number(found, 1))}
      />
      <label class="stack tight">
        <span>
          <strong>{t('breatheMinutes')}</strong> {plural('minutes', minutes)}
        </span>
        <input
          type="range"
          min={BREATHE_MINUTES.least}
          max={BREATHE_MINUTES.most}
          step={1}
          value={minutes}
          onInput={(event) => {
            const typed = event.currentTarget.valueAsNumber;
            setChosen(typed);
            // A choice for one item of the plan does not change the default for other sessions.
            if (planned === null) change({ minutes: typed });
          }}
        />
      </label>
      <fieldset class="stack tight">
        <legend>{t('breatheOptions')}</legend>
        {OPTIONS.filter(({ key }) => key !== 'heart' || able).map(({ key, label }) => (
          <label key={key} class="tick">
            <input
              type="checkbox"
              data-option={key}
              checked={breathe[key]}
              onChange={(event) => change({ [key]: event.currentTarget.checked })}
            />
            <span>{t(label)}</span>
          </label>
        ))}
      </fieldset>
      <BreatheBlocks db={db} settings={settings} blocks={blocks} />
      <div class="row">
        <button type="button" data-start disabled={!owned || plan === null || blocks.length > 0} onClick={begin}>
          <Play size={18} aria-hidden="true" />
          {t('breatheStart')}
        </button>
        <small>{t('notMedical')}</small>
      </div>
    </section>
  );
}
