import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DeviceCommand, DeviceState } from '../../lib/devices/schema';
import { clockTime, t } from '../../lib/i18n';
import { ask } from '../../lib/messages';
import { useCountDown } from '../use-count-down';

/** A page cannot follow the app tab by itself: it asks, and only while something runs. */
const ASK_EVERY_MS = 3000;

/** The recovery devices that the app tab holds: what runs with its count-down and Stop, what ran last once more; else the way to the app. */
export function CardDevices({ signal }: { signal: AbortSignal }) {
  const [devices, setDevices] = useState<readonly DeviceState[]>([]);
  const look = useCallback(() => {
    if (document.visibilityState !== 'visible' || signal.aborted) return;
    ask('device-states', {}).then(
      (states) => signal.aborted || setDevices(states.filter(({ kind }) => kind !== 'strap')),
      // The card itself says when the extension does not answer.
      () => {},
    );
  }, [signal]);
  const running = devices.some(({ session }) => session !== null);
  useEffect(() => {
    look();
    document.addEventListener('visibilitychange', look, { signal });
    return () => document.removeEventListener('visibilitychange', look);
  }, [look, signal]);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(look, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [running, look]);
  const send = (command: DeviceCommand['command'], id: string) =>
    void ask('device-command', { command, id }).then(look, (error: unknown) => console.error(error));
  return (
    <div class="card-devices">
      {devices.map((device) => (
        <CardDevice key={device.id} device={device} send={send} />
      ))}
      {devices.length === 0 && (
        <button
          type="button"
          class="quiet small"
          onClick={() => void ask('open-app', { screen: 'devices' }).catch((error: unknown) => console.error(error))}
        >
          {t('cardDevices')}
        </button>
      )}
    </div>
  );
}

interface CardDeviceProps {
  readonly device: DeviceState;
  readonly send: (command: DeviceCommand['command'], id: string) => void;
}

function CardDevice({ device, send }: CardDeviceProps) {
  const { id, session, stops } = device;
  const left = useCountDown(session);
  const name = device.name ?? id;
  return (
    <div class="between" data-card-device={name} data-session={session?.state ?? 'none'}>
      <span>{name}</span>
      <span class="row" style={{ gap: 'var(--s2)' }}>
        {session !== null && (
          <span class="num" role="timer" aria-label={t('sessionLeft')}>
            {clockTime(left)}
          </span>
        )}
        {(stops || session !== null) && (
          <button
            type="button"
            class="small stop"
            aria-label={t('deviceStopName', name)}
            onClick={(event) => event.isTrusted && send('stop', id)}
          >
            {t('deviceStop')}
          </button>
        )}
        {session === null && (
          <button type="button" class="quiet small" onClick={(event) => event.isTrusted && send('start', id)}>
            {t('sessionStart')}
          </button>
        )}
      </span>
    </div>
  );
}
