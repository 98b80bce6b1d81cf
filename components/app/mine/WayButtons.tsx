import { useState } from 'preact/hooks';
import { canTryOut, type Way } from '../../../lib/devices/known-models/ways';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { t } from '../../../lib/i18n';

interface WayButtonsProps {
  readonly way: Way;
  /** Its name on the buttons. */
  readonly what: string;
  readonly devices: DeviceRegistry;
  readonly able: boolean;
}

/** Buttons to pair one, or to try a simulated one. */
export function WayButtons({ way: { kind, pairAs }, what, devices, able }: WayButtonsProps) {
  const [failure, setFailure] = useState<Error | null>(null);
  if (failure !== null) throw failure;
  return (
    <div class="row">
      <button
        type="button"
        disabled={!able || devices.choosing.value !== null}
        data-pair={kind.id}
        aria-label={t('minePairName', what)}
        onClick={() => void devices.pair(pairAs, pairAs === 'machine' ? null : kind).catch(setFailure)}
      >
        {t('minePair')}
      </button>
      {canTryOut(kind) && (
        <button
          type="button"
          class="quiet"
          data-try={kind.id}
          aria-label={t('mineTryName', what)}
          onClick={() => void devices.tryOut(kind).catch(setFailure)}
        >
          {t('mineTry')}
        </button>
      )}
    </div>
  );
}
