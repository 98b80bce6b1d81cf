import { clock } from '../../lib/clock';
import { speed } from '../../lib/devices/units';
import type { Range } from '../../lib/gadgets/driver';
import { heartRateCap, LONGEST_STOP_KMH, type PaceSettings } from '../../lib/gadgets/pace';
import { type MessageKey, number, t } from '../../lib/i18n';
import type { Exclusions } from '../../lib/recovery';
import type { Settings } from '../../lib/storage';

const WHY_NOT = {
  'needs-birth-year-or-maximum': 'paceNeedsProfile',
  'age-out-of-range': 'paceProfileWrong',
  'maximum-out-of-range': 'paceProfileWrong',
  'rest-out-of-range': 'paceProfileWrong',
} as const satisfies Record<string, MessageKey>;

interface PaceChoiceProps {
  readonly settings: Settings;
  readonly exclusions: Exclusions;
  readonly belt: Range;
  /** The strap says a heart rate now. */
  readonly hears: boolean;
  readonly pace: PaceSettings | null;
  readonly choose: (pace: PaceSettings | null) => void;
}

/** A walk under a heart-rate cap: offered where there is a cap and a strap; how it works, in words. */
export function PaceChoice({ settings, exclusions, belt, hears, pace, choose }: PaceChoiceProps) {
  const { birthYear, hrMaxBpm, hrRestBpm } = settings.profile;
  const cap = heartRateCap({ year: new Date(clock.now()).getFullYear(), birthYear, hrMaxBpm, hrRestBpm });
  const why = !exclusions.heartRateCap ? 'paceMedicine' : !cap.ok ? WHY_NOT[cap.error] : !hears ? 'paceNeedsStrap' : null;
  const most = Math.min(belt.max, LONGEST_STOP_KMH);
  if (why !== null || !cap.ok) return <small data-pace="off">{t(why ?? 'paceNeedsProfile')}</small>;
  const { capBpm } = cap.cap;
  const settingsFor = (maxKmh: number): PaceSettings => ({
    capBpm,
    maxKmh,
    beltMinKmh: belt.min,
    beltStepKmh: belt.step,
    heartRateMedicine: false,
  });
  return (
    <div class="stack tight" data-pace={pace === null ? 'offered' : 'on'}>
      <label class="tick">
        <input
          type="checkbox"
          data-pace-on
          checked={pace !== null}
          onChange={(event) => choose(event.currentTarget.checked ? settingsFor(most) : null)}
        />
        {t('paceOffer', number(capBpm))}
      </label>
      {pace !== null && (
        <label class="stack tight">
          <span class="between">
            {t('paceMost')}
            <output>{speed(pace.maxKmh)}</output>
          </span>
          <input
            type="range"
            min={belt.min}
            max={most}
            step={belt.step}
            value={pace.maxKmh}
            onInput={(event) => choose(settingsFor(event.currentTarget.valueAsNumber))}
          />
        </label>
      )}
      <small>{t(cap.cap.hrMaxFrom === 'tanaka' ? 'paceHowTanaka' : 'paceHow')}</small>
    </div>
  );
}
