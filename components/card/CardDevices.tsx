import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import type { DeviceCommand, DeviceState } from '../../lib/devices/remote/schema';
import { clockTime, t } from '../../lib/i18n';
import { askBackground } from '../../lib/overlay/ask';

interface CardDevicesProps {
  readonly devices: readonly DeviceState[];
  readonly nowMs: number;
  readonly command: (command: DeviceCommand['command'], id: string) => void;
}

/**
 * The app tab's recovery devices: the running session with its countdown and Stop, or a button that opens the app at that device; without any,
 * a link to the app.
 */
export function CardDevices({ devices, nowMs, command }: CardDevicesProps) {
  return (
    <div class="card-devices">
      {devices.map((device) => (
        <CardDevice key={device.id} device={device} nowMs={nowMs} command={command} />
      ))}
      {devices.length === 0 && (
        <button type="button" class="quiet small" onClick={() => openDevices()}>
          {t('cardDevices')}
        </button>
      )}
    </div>
  );
}

function CardDevice({ device, nowMs, command }: Omit<CardDevicesProps, 'devices'> & { readonly device: DeviceState }) {
  const { id, session, stops, leftRunning } = device;
  const name = device.name ?? id;
  return (
    <div class="between" data-card-device={name} data-session={session?.state ?? 'none'}>
      <span>{leftRunning === null ? name : t('leftRunningGivenUp', name)}</span>
      <span class="row end">
        {session !== null && (
          <span class="num" role="timer" aria-label={t('sessionLeft')}>
            {clockTime(computeLeft(session, nowMs))}
          </span>
        )}
        {(stops || session !== null) && (
          <button
            type="button"
            class="small stop"
            aria-label={t('deviceStopName', name)}
            onClick={(event) => event.isTrusted && command('stop', id)}
          >
            {t('deviceStop')}
          </button>
        )}
        {!mayBeRunning(device) && (
          <button type="button" class="quiet small" onClick={() => openDevices(id)}>
            {t('sessionStart')}
          </button>
        )}
      </span>
    </div>
  );
}

/** Nothing starts from a page: the app opens, at this device, ready for a click there. */
function openDevices(id?: string): void {
  const part = id === undefined ? {} : { part: id };
  askBackground('open-app', { screen: 'devices', ...part }).catch((error: unknown) => console.error(error));
}

function computeLeft({ endsAtMs, leftS }: NonNullable<DeviceState['session']>, nowMs: number): number {
  return endsAtMs === null ? (leftS ?? 0) : Math.max(0, Math.round((endsAtMs - nowMs) / 1000));
}
