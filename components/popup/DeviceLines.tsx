import type { DetailedState } from '../../lib/devices/remote/device-state';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import type { SafeCommand } from '../../lib/devices/remote/schema';
import { readingWords, stateWords } from '../../lib/devices/words';
import { clockTime, number, t } from '../../lib/i18n';
import type { KnownDevice } from '../../lib/storage';
import { ReadingFigure } from '../ReadingFigure';
import { doingWords } from '../session/words';
import { useCountDown } from '../use-count-down';
import { useDeviceCommands, useDeviceStates } from '../use-devices';
import { LastDevice } from './LastDevice';

/** More would make the popup scroll; the app has all of them. */
const SHOWN = 3;

/** The connected devices, each with its state, battery and one action. If none is connected, the one seen last. */
export function DeviceLines({ last, recording }: { last: KnownDevice | undefined; recording: boolean }) {
  const all = useDeviceStates();
  // The bar at the top has what runs, or may be running. One that a person uses by hand, such as a treadmill, shows its values here as well.
  const states = all.filter((device) => device.unasked === true || !mayBeRunning(device));
  const { problem, send } = useDeviceCommands();
  if (states.length === 0 && (last === undefined || all.length > 0)) return null;
  return (
    <section class="card devices" aria-label={t('popupDevices')}>
      {states.slice(0, SHOWN).map((device) => (
        <DeviceLine key={device.id} device={device} busy={recording && device.kind === 'strap'} send={send} />
      ))}
      {states.length === 0 && last !== undefined && <LastDevice device={last} connect={() => void send('connect', last.id)} />}
      {problem !== null && <small role="alert">{problem}</small>}
    </section>
  );
}

interface DeviceLineProps {
  readonly device: DetailedState;
  /** Whether a check uses the device, so that it has no action here. */
  readonly busy: boolean;
  readonly send: (command: SafeCommand, id: string) => Promise<unknown>;
}

function DeviceLine({ device, busy, send }: DeviceLineProps) {
  const { id, state, batteryPct, readings } = device;
  // The bar has the Stop of one that moves.
  const inBar = device.unasked === true;
  const name = device.name ?? id;
  const lost = state === 'lost' || state === 'reconnecting';
  const left = useCountDown(device.session);
  const [first] = readings;
  const doing = device.session === null ? null : [doingWords(device.session.doing), ...(left === null ? [] : [clockTime(left)])].join(' ');
  const battery = batteryPct === null ? null : t('batteryAt', number(batteryPct));
  const shown = first === undefined || lost ? stateWords(state) : <ReadingFigure atMs={first.atMs} words={readingWords(first)} />;
  return (
    <div class="device" data-device={name} data-connection={state}>
      <span class={`dot ${state === 'ready' ? 'on' : lost ? 'off' : ''}`} />
      <span class="name">{name}</span>
      <small>
        {doing ?? shown}
        {battery !== null && ` · ${battery}`}
      </small>
      {inBar ? null : device.stops ? (
        <button type="button" class="stop" aria-label={t('deviceStopName', name)} onClick={() => void send('stop', id)}>
          {t('deviceStop')}
        </button>
      ) : (
        !busy && (
          <button type="button" class="quiet" aria-label={t('deviceDisconnectName', name)} onClick={() => void send('disconnect', id)}>
            {t('deviceDisconnect')}
          </button>
        )
      )}
    </div>
  );
}
