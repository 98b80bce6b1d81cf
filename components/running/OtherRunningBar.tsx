import { useEffect, useMemo, useRef } from 'preact/hooks';
import { orderDevice } from '../../lib/browser/order-device';
import { EmergencyStop } from '../../lib/devices/remote/emergency-stop';
import { listRunning } from '../../lib/devices/remote/running';
import { useEscape } from '../app/devices/use-escape';
import { useDeviceCommands, useRunning } from '../use-devices';
import { RunningBar } from './RunningBar';
import { StopToast } from './StopToast';

interface OtherRunningBarProps {
  /** Escape is heard, and answered, here; left out where the page does so by itself, as an app tab does from its first moment. */
  readonly hearsEscape?: boolean;
  /** Fires `escape` when the key was pressed in the page around a card. */
  readonly otherEscapes?: EventTarget;
  /** In a page nobody can say that a device is off: what would no longer be asked must be said where nothing can be drawn over it. */
  readonly isCard?: boolean;
}

/** What the app tab runs, on every other surface. Each Stop goes to that tab; one that was not delivered is told here. */
export function OtherRunningBar({ hearsEscape = false, otherEscapes, isCard = false }: OtherRunningBarProps) {
  const { devices, timers } = useRunning();
  const { problem, send } = useDeviceCommands();
  const running = listRunning(devices, timers);
  const nothing = running.devices.length === 0 && running.timers.length === 0;
  const now = useRef(running);
  now.current = running;
  const emergency = useMemo(
    () =>
      new EmergencyStop({
        running: () => now.current,
        stopAll: () => orderDevice({ command: 'stop-all', id: 'all' }),
        ownsTimers: () => false,
      }),
    [],
  );
  useEffect(() => emergency.follow(), [devices, timers]);
  useEscape(hearsEscape && !nothing, () => emergency.press());
  useEffect(() => {
    const press = () => void emergency.press();
    otherEscapes?.addEventListener('escape', press);
    return () => otherEscapes?.removeEventListener('escape', press);
  }, [otherEscapes]);
  const bar = (
    <>
      <RunningBar states={devices} timers={timers} send={(command, id) => void send(command, id)} stopsOnEscape saysOff={!isCard} />
      {problem !== null && (
        <small class="running-problem" role="alert">
          {problem}
        </small>
      )}
    </>
  );
  if (!hearsEscape) return bar;
  return (
    <div class={isCard ? 'running-place in-card' : 'running-place'}>
      {bar}
      <StopToast emergency={emergency} />
    </div>
  );
}
