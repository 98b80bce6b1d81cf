import { BatteryMedium } from 'lucide-preact';
import type { ConnectionState } from '../../../lib/bluetooth/connection';
import { stateWords } from '../../../lib/devices/words';
import { number, t } from '../../../lib/i18n';

/** State and battery. State changes are read out. */
export function DeviceStateLine({ state, batteryPct }: { state: ConnectionState; batteryPct: number | null }) {
  const lost = state === 'lost' || state === 'reconnecting';
  return (
    <div class="state">
      {batteryPct !== null && (
        <span class="chip">
          <BatteryMedium size={16} aria-label={t('battery')} />
          {t('batteryAt', number(batteryPct))}
        </span>
      )}
      <span class="chip" aria-live="polite">
        <span class={`dot ${state === 'ready' ? 'on' : lost ? 'off' : ''}`} />
        {stateWords(state)}
      </span>
    </div>
  );
}
