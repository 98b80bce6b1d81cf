import { Plus } from 'lucide-preact';
import { clock } from '../../lib/core/clock';
import type { PaceStop, TapRefusal } from '../../lib/devices/pace';
import type { PaceGuard } from '../../lib/devices/pace/pace-guard';
import { Click } from '../../lib/devices/safety/click';
import { type MessageKey, number, t } from '../../lib/i18n';
import { Notice } from '../Notice';

const STOPS: Readonly<Record<PaceStop, MessageKey>> = {
  'heart-rate-lost': 'paceLost',
  'over-cap': 'paceOver',
  'slower-than-belt': 'paceTooSlow',
};

const REFUSALS: Readonly<Record<TapRefusal, MessageKey>> = {
  'not-walking': 'tapNotWalking',
  'no-heart-rate': 'tapNoHeart',
  'near-cap': 'tapNearCap',
  'too-soon': 'tapTooSoon',
  'at-maximum': 'tapAtMaximum',
};

/** The heart rate against its cap during a walk, and the button for a little more speed. */
export function PaceView({ guard, running }: { guard: PaceGuard; running: boolean }) {
  const heart = guard.heart.value;
  const why = guard.why.value;
  const refused = guard.refused.value;
  return (
    <div class="stack tight" data-pace-view>
      <div class="between">
        <span>
          <strong class="num">{heart === null ? '–' : number(heart.bpm)}</strong>
          <span class="unit">{t('bpm')}</span> <small>{t('paceCap', number(guard.settings.capBpm))}</small>
        </span>
        <button
          type="button"
          class="quiet"
          disabled={!running || why !== null}
          onClick={(event) => guard.tap(Click.of(event, clock.now()))}
        >
          <Plus size={18} aria-hidden="true" />
          {t('paceTap')}
        </button>
      </div>
      {refused !== null && <small role="status">{t(REFUSALS[refused])}</small>}
      {why !== null && <Notice kind="warn" what={t(STOPS[why])} live />}
    </div>
  );
}
