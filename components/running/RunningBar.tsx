import { Square } from 'lucide-preact';
import type { DetailedState } from '../../lib/devices/remote/device-state';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import type { SafeCommand } from '../../lib/devices/remote/schema';
import { clockTime, t } from '../../lib/i18n';
import { doingWords } from '../session/words';
import { useCountDown } from '../use-count-down';
import { LeftRunning } from './LeftRunning';
import './running.css';

interface RunningBarProps {
  readonly states: readonly DetailedState[];
  readonly send: (command: SafeCommand, id: string) => void;
  /** The clock that the sessions run by, epoch ms; left out: the wall clock. */
  readonly nowMs?: () => number;
  /** Whether Escape stops everything on this surface. */
  readonly stopsOnEscape?: boolean;
  /** Whether a person can say here that a device is off. */
  readonly saysOff?: boolean;
}

/** What runs now, or may be running, with its Stop: on every surface, before everything else. Nothing while nothing runs. */
export function RunningBar({ states, send, nowMs = Date.now, stopsOnEscape = false, saysOff = true }: RunningBarProps) {
  const running = states.filter(({ session }) => session !== null);
  const left = states.filter(({ leftRunning }) => leftRunning !== null);
  if (!states.some(mayBeRunning)) return null;
  return (
    <section class="running-bar" aria-label={t('runningBar')}>
      {running.map((device) => (
        <RunningLine
          key={device.id}
          device={device}
          nowMs={nowMs}
          stop={() => send('stop', device.id)}
          stopsOnEscape={stopsOnEscape && running.length === 1}
        />
      ))}
      {running.length > 1 && (
        <button type="button" class="stop" data-stop-all {...shortcut(stopsOnEscape)} onClick={() => send('stop-all', 'all')}>
          <Square size={16} aria-hidden="true" />
          {t('runningStopAll')}
        </button>
      )}
      {left.map((device) => (
        <LeftRunning key={device.id} device={device} send={send} saysOff={saysOff} />
      ))}
    </section>
  );
}

interface RunningLineProps {
  readonly device: DetailedState;
  readonly nowMs: () => number;
  readonly stop: () => void;
  readonly stopsOnEscape: boolean;
}

function RunningLine({ device, nowMs, stop, stopsOnEscape }: RunningLineProps) {
  const { id, session } = device;
  const left = useCountDown(session, nowMs);
  if (session === null) return null;
  const name = device.name ?? id;
  return (
    <div class="running-line" data-running={name}>
      <span class="running-words">
        <strong>{name}</strong> <span class="muted">{doingWords(session.doing)}</span>
      </span>
      <span class="num" role="timer" aria-label={t('sessionLeft')}>
        {clockTime(left)}
      </span>
      <button type="button" class="stop" aria-label={t('deviceStopName', name)} {...shortcut(stopsOnEscape)} onClick={stop}>
        <Square size={16} aria-hidden="true" />
        {t('deviceStop')}
      </button>
    </div>
  );
}

/** The key beside the words: drawn by the style sheet, because a button's name must be what one reads on it. */
function shortcut(shown: boolean) {
  return shown ? { 'aria-keyshortcuts': 'Escape', 'data-key': t('runningEscape') } : {};
}
