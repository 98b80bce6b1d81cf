import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import { useEscape } from '../app/devices/use-escape';
import { useDeviceCommands, useDeviceStates } from '../use-devices';
import { RunningBar } from './RunningBar';

interface OtherRunningBarProps {
  /** Escape is heard here; left out where the page hears it by itself, as an app tab does from its first moment. */
  readonly hearsEscape?: boolean;
}

/** What the app tab runs, on every other surface. Each Stop goes to that tab; one that was not delivered is told here. */
export function OtherRunningBar({ hearsEscape = false }: OtherRunningBarProps) {
  const states = useDeviceStates();
  const { problem, send } = useDeviceCommands();
  const runs = states.some(mayBeRunning);
  useEscape(hearsEscape && runs, () => {
    void send('stop-all', 'all');
    return true;
  });
  return (
    <>
      <RunningBar states={states} send={(command, id) => void send(command, id)} stopsOnEscape />
      {problem !== null && (
        <small class="running-problem" role="alert">
          {problem}
        </small>
      )}
    </>
  );
}
