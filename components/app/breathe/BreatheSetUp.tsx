import { Play } from 'lucide-preact';
import type { BreathingSessions } from '../../../lib/breathing/breathing-sessions';
import { BREATHING } from '../../../lib/breathing/doses';
import { BREATH_RATES, BREATHE_MINUTES } from '../../../lib/catalogue';
import { clock } from '../../../lib/core/clock';
import { findTimerBlocks, type TimerConditions } from '../../../lib/devices/guided/blocks';
import { demoTransport, strapTransport } from '../../../lib/devices/links/transports';
import { type MessageKey, number, plural, t } from '../../../lib/i18n';
import { type ReboundDatabase, type Settings, setSetting } from '../../../lib/storage';
import { Choices } from '../Choices';
import { readySound } from '../guided/sound';
import { BreatheBlocks } from './BreatheBlocks';

interface BreatheSetUpProps {
  readonly db: ReboundDatabase;
  readonly breathing: BreathingSessions;
  readonly settings: Settings;
  readonly circumstance: Omit<TimerConditions, 'nowMs'>;
  readonly owned: boolean;
  /** There is a radio for the strap. */
  readonly able: boolean;
  /** What of the plan it carries out. */
  readonly item: string | null;
}

const OPTIONS: readonly { readonly key: 'sound' | 'heart' | 'dark'; readonly label: MessageKey }[] = [
  { key: 'sound', label: 'breatheSound' },
  { key: 'heart', label: 'breatheHeart' },
  { key: 'dark', label: 'breatheDark' },
];

/** How fast, how long, by sight or by sound; and Begin. */
export function BreatheSetUp({ db, breathing, settings, circumstance, owned, able, item }: BreatheSetUpProps) {
  const { breathe, resonanceRatePerMin: found } = settings;
  const change = (changed: Partial<Settings['breathe']>) => void setSetting(db, 'breathe', { ...breathe, ...changed });
  const blocks = findTimerBlocks(BREATHING, BREATHING.steps(breathe.minutes * 60), { ...circumstance, nowMs: clock.now() });
  const begin = () => {
    if (breathe.sound) readySound();
    breathing.sound.value = breathe.sound;
    const strap = breathe.heart && able ? (settings.demoMode ? demoTransport : strapTransport) : null;
    breathing.start(breathe.perMin, breathe.minutes, strap, { ...circumstance, nowMs: clock.now() }, item);
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
          <strong>{t('breatheMinutes')}</strong> {plural('minutes', breathe.minutes)}
        </span>
        <input
          type="range"
          min={BREATHE_MINUTES.least}
          max={BREATHE_MINUTES.most}
          step={1}
          value={breathe.minutes}
          onInput={(event) => change({ minutes: event.currentTarget.valueAsNumber })}
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
        <button type="button" data-start disabled={!owned || blocks.length > 0} onClick={begin}>
          <Play size={18} aria-hidden="true" />
          {t('breatheStart')}
        </button>
        <small>{t('notMedical')}</small>
      </div>
    </section>
  );
}
