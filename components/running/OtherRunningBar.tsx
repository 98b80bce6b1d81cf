import { useEffect, useState } from 'preact/hooks';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import { listNames, t } from '../../lib/i18n';
import { useEscape } from '../app/devices/use-escape';
import { useDeviceCommands, useDeviceStates } from '../use-devices';
import { RunningBar } from './RunningBar';

/** How long the bar says what the last Escape stopped. */
const SHOWN_MS = 10_000;

interface OtherRunningBarProps {
  /** Escape is heard here; left out where the page hears it by itself, as an app tab does from its first moment. */
  readonly hearsEscape?: boolean;
  /** Fires `escape` when the key was pressed in the page around a card. */
  readonly otherEscapes?: EventTarget;
  /** In a page nobody can say that a device is off: what would no longer be asked must be said where nothing can be drawn over it. */
  readonly isCard?: boolean;
}

/** What the app tab runs, on every other surface. Each Stop goes to that tab; one that was not delivered is told here. */
export function OtherRunningBar({ hearsEscape = false, otherEscapes, isCard = false }: OtherRunningBarProps) {
  const states = useDeviceStates();
  const { problem, send } = useDeviceCommands();
  const runs = states.some(mayBeRunning);
  const [stopped, setStopped] = useState<readonly string[]>([]);
  const stopAll = () => {
    const names = states.filter(mayBeRunning).map(({ id, name }) => name ?? id);
    void send('stop-all', 'all').then((outcome) => setStopped(outcome === 'accepted' ? names : []));
  };
  useEffect(() => {
    const timer = setTimeout(() => setStopped([]), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [stopped]);
  useEscape(hearsEscape && runs, () => {
    stopAll();
    return true;
  });
  useEffect(() => {
    otherEscapes?.addEventListener('escape', stopAll);
    return () => otherEscapes?.removeEventListener('escape', stopAll);
  });
  return (
    <>
      <RunningBar states={states} send={(command, id) => void send(command, id)} stopsOnEscape saysOff={!isCard} />
      {stopped.length > 0 && problem === null && (
        <small class="running-problem" role="status">
          {t('stopToastStopped', listNames(stopped))}
        </small>
      )}
      {problem !== null && (
        <small class="running-problem" role="alert">
          {problem}
        </small>
      )}
    </>
  );
}
