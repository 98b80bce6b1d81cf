import { useDeviceCommands, useDeviceStates } from '../use-devices';
import { RunningBar } from './RunningBar';

/** What the app tab runs, on every other surface. Each Stop goes to that tab; one that was not delivered is told here. */
export function OtherRunningBar({ stopsOnEscape = true }: { stopsOnEscape?: boolean }) {
  const states = useDeviceStates();
  const { problem, send } = useDeviceCommands();
  return (
    <>
      <RunningBar states={states} send={(command, id) => void send(command, id)} stopsOnEscape={stopsOnEscape} />
      {problem !== null && (
        <small class="running-problem" role="alert">
          {problem}
        </small>
      )}
    </>
  );
}
