import { BatteryMedium } from 'lucide-preact';
import type { StrapLink } from '../../lib/check/strap-link';
import { number, t } from '../../lib/i18n';

const STATES = {
  idle: 'stateIdle',
  choosing: 'stateChoosing',
  connecting: 'stateConnecting',
  discovering: 'stateDiscovering',
  ready: 'stateReady',
  lost: 'stateLost',
  reconnecting: 'stateReconnecting',
  failed: 'stateFailed',
  closed: 'stateIdle',
} as const;
const CONTACT = { detected: 'contactGood', 'not-detected': 'contactNone', unsupported: 'contactUnknown' } as const;

/** The strap in one line: state, name, contact, battery. State changes are read out. */
export function StrapChip({ strap }: { strap: StrapLink }) {
  const state = strap.state.value;
  const sensor = strap.sensor.value;
  const contact = strap.last.value?.contact;
  const on = state === 'ready' || state === 'discovering';
  return (
    <div class="row" style={{ gap: 'var(--s2)' }}>
      <span class="chip" aria-live="polite" data-connection={state}>
        <span class={`dot ${on ? 'on' : state === 'lost' || state === 'reconnecting' ? 'off' : ''}`} />
        {sensor?.name !== null && sensor?.name !== undefined && on ? sensor.name : t(STATES[state])}
      </span>
      {on && contact !== undefined && <span class="chip">{t(CONTACT[contact])}</span>}
      {on && sensor?.batteryPct !== null && sensor?.batteryPct !== undefined && (
        <span class="chip" title={t('battery')}>
          <BatteryMedium size={16} aria-label={t('battery')} />
          {t('batteryAt', number(sensor.batteryPct))}
        </span>
      )}
    </div>
  );
}
