import type { DetailedState } from '../../lib/devices/remote/device-state';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import { t } from '../../lib/i18n';
import { askBackground } from '../../lib/overlay/frame/ask';

/** The app tab's recovery devices that are at rest, each with a button that opens the app there; without any, a way to the app. */
export function CardDevices({ devices }: { readonly devices: readonly DetailedState[] }) {
  return (
    <div class="card-devices">
      {devices.map((device) => (
        <CardDevice key={device.id} device={device} />
      ))}
      {devices.length === 0 && (
        <button type="button" class="quiet small" onClick={() => openDevices()}>
          {t('cardDevices')}
        </button>
      )}
    </div>
  );
}

/** The bar has what runs. A device keeps its line and its Stop while it does. */
function CardDevice({ device }: { readonly device: DetailedState }) {
  const { id, session } = device;
  const name = device.name ?? id;
  const runs = mayBeRunning(device);
  return (
    <div class="between" data-card-device={name} data-session={session?.state ?? 'none'}>
      <span>{name}</span>
      {!runs && (
        <button type="button" class="quiet small" onClick={() => openDevices(id)}>
          {t('sessionStart')}
        </button>
      )}
    </div>
  );
}

/** Nothing starts from a page: the app opens, at this device, ready for a click there. */
function openDevices(id?: string): void {
  const part = id === undefined ? {} : { part: id };
  askBackground('open-app', { screen: 'devices', ...part }).catch((error: unknown) => console.error(error));
}
