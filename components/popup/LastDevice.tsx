import { t } from '../../lib/i18n';
import type { KnownDevice } from '../../lib/storage';

interface LastDeviceProps {
  readonly device: KnownDevice;
  readonly connect: () => void;
}

/** The device seen last, shown while none is connected. */
export function LastDevice({ device, connect }: LastDeviceProps) {
  const name = device.nickname ?? device.name ?? device.id;
  return (
    <div class="device" data-device={name} data-connection="closed">
      <span class="dot" />
      <span class="name">{name}</span>
      <small>{t('deviceOff')}</small>
      <button type="button" class="quiet" aria-label={t('deviceConnectName', name)} onClick={connect}>
        {t('deviceConnect')}
      </button>
    </div>
  );
}
