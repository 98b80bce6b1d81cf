import type { Range } from '../../lib/devices/driver';
import { TAP_KMH } from '../../lib/devices/pace';
import type { PaceOffer } from '../../lib/devices/pace/pace-offer';
import { type MessageKey, number, t } from '../../lib/i18n';
import { speed } from '../../lib/i18n/units';

const WHY_NOT = {
  'heart-rate-medicine': 'paceMedicine',
  'profile-unread': 'paceProfileUnread',
  'needs-birth-year-or-maximum': 'paceNeedsProfile',
  'age-out-of-range': 'paceProfileWrong',
  'maximum-out-of-range': 'paceProfileWrong',
  'rest-out-of-range': 'paceProfileWrong',
} as const satisfies Record<Extract<PaceOffer, { readonly ok: false }>['why'], MessageKey>;

interface PaceChoiceProps {
  readonly offer: PaceOffer;
  readonly belt: Range;
  /** Whether the strap reports a heart rate now. */
  readonly hears: boolean;
  /** The chosen highest speed, km/h; null for no cap. */
  readonly maxKmh: number | null;
  readonly choose: (maxKmh: number | null) => void;
}

/** A walk under a heart-rate cap, offered when there is a cap and a strap, with an explanation. */
export function PaceChoice({ offer, belt, hears, maxKmh, choose }: PaceChoiceProps) {
  if (!offer.ok) return <small data-pace="off">{t(WHY_NOT[offer.why])}</small>;
  if (!hears && maxKmh === null) return <small data-pace="off">{t('paceNeedsStrap')}</small>;
  const { cap, mostKmh } = offer;
  return (
    <div class="stack tight" data-pace={maxKmh === null ? 'offered' : 'on'}>
      <label class="tick">
        <input
          type="checkbox"
          data-pace-on
          checked={maxKmh !== null}
          onChange={(event) => choose(event.currentTarget.checked ? mostKmh : null)}
        />
        {t('paceOffer', number(cap.capBpm))}
      </label>
      {maxKmh !== null && (
        <label class="stack tight">
          <span class="between">
            {t('paceMost')}
            <output>{speed(maxKmh)}</output>
          </span>
          <input
            type="range"
            min={belt.min}
            max={mostKmh}
            step={belt.step}
            value={maxKmh}
            onInput={(event) => choose(event.currentTarget.valueAsNumber)}
          />
        </label>
      )}
      {!hears && <small role="alert">{t('paceNeedsStrap')}</small>}
      <small>{t(cap.hrMaxFrom === 'tanaka' ? 'paceHowTanaka' : 'paceHow', speed(TAP_KMH))}</small>
    </div>
  );
}
