import { useState } from 'preact/hooks';
import { PAIRABLE, type Pairable } from '../../../lib/devices/links/pairable';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { deviceAdvice, kindWords } from '../../../lib/devices/words';
import { t } from '../../../lib/i18n';
import { Notice } from '../../Notice';
import { KindIcon } from './KindIcon';

interface PairCardProps {
  readonly devices: DeviceRegistry;
  readonly able: boolean;
}

/** One button for each kind of device; it opens the browser's list of those nearby. */
export function PairCard({ devices, able }: PairCardProps) {
  const [failure, setFailure] = useState<Error | null>(null);
  if (failure !== null) throw failure;
  const choosing = devices.choosing.value;
  const fault = devices.pairingFault.value;
  const advice = fault === null ? null : deviceAdvice(fault.what, fault.code);
  const pair = (what: Pairable) => void devices.pair(what).catch(setFailure);
  return (
    <section class="card stack" aria-labelledby="pair-title">
      <div class="stack tight">
        <h2 id="pair-title">{t('devicesPair')}</h2>
        <p class="muted">{t('devicesPairText')}</p>
      </div>
      <div class="row pairable">
        {PAIRABLE.map((what) => (
          <button key={what} type="button" class="quiet" disabled={!able || choosing !== null} onClick={() => pair(what)}>
            <KindIcon kind={what} />
            {kindWords({ kind: what, class: 'unknown' })}
          </button>
        ))}
      </div>
      {choosing !== null && (
        <p class="muted" role="status">
          {t('devicesLookingIn')}
        </p>
      )}
      {advice !== null && <Notice kind="warn" what={advice.what} todo={advice.todo} live />}
    </section>
  );
}
