import { Square } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { DetailedState } from '../../lib/devices/remote/device-state';
import type { TimerState } from '../../lib/devices/remote/host-timer';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import type { SafeCommand, SessionState } from '../../lib/devices/remote/schema';
import { clockTime, t } from '../../lib/i18n';
import { doingWords } from '../session/words';
import { useCountDown } from '../use-count-down';
import { HandWritten } from './HandWritten';
import { LeftRunning } from './LeftRunning';
import './running.css';
import { UnrestNotice } from './UnrestNotice';

interface RunningBarProps {
  readonly states: readonly DetailedState[];
  /** What runs without a device. */
  readonly timers: readonly TimerState[];
  readonly send: (command: SafeCommand, id: string) => void;
  /** The clock that sessions and timers run by, epoch ms; left out: the wall clock. */
  readonly nowMs?: () => number;
  /** Whether Escape stops everything on this surface. */
  readonly stopsOnEscape?: boolean;
  /** Whether a person can say here that a device is off. */
  readonly saysOff?: boolean;
  /** Whether the names of timers lead to their screens, as in the page where they run. */
  readonly links?: boolean;
}

/** What runs now, or may be running, with its Stop: on every surface, before everything else. Nothing while nothing runs. */
export function RunningBar(props: RunningBarProps) {
  const { states, timers, send, nowMs = Date.now, stopsOnEscape = false, saysOff = true, links = false } = props;
  const running = states.flatMap(({ id, name, session, unrest }) =>
    session === null || unrest !== null ? [] : [{ id, name: name ?? id, session }],
  );
  const tested = states.flatMap((device) =>
    device.tested && device.unrest === null ? [{ ...device, name: device.name ?? device.id }] : [],
  );
  const left = states.filter(({ leftRunning, unrest }) => leftRunning !== null && unrest === null);
  const written = timers.filter((timer) => timer.written !== undefined);
  const timed = timers.filter((timer) => timer.written === undefined);
  const lines = running.length + tested.length + timed.length;
  if (!states.some(mayBeRunning) && timers.length === 0) return null;
  const line = (id: string) => ({ nowMs, stop: () => send('stop', id), stopsOnEscape: stopsOnEscape && lines === 1 });
  return (
    <section class="running-bar" aria-label={t('runningBar')}>
      {states.map(
        ({ id, name, unrest }) =>
          unrest !== null && (
            <UnrestNotice
              key={id}
              name={name ?? t('leftRunningUnnamed')}
              unrest={unrest}
              stop={() => send('stop', id)}
              {...(saysOff ? { saysOff: () => send('is-off', id) } : {})}
            />
          ),
      )}
      {running.map(({ id, name, session }) => (
        <RunningLine key={id} name={name} doing={doingWords(session.doing)} ends={session} {...line(id)}>
          <strong>{name}</strong>
        </RunningLine>
      ))}
      {tested.map(({ id, name }) => (
        <RunningLine key={id} name={name} doing={t('doingTested')} ends={ENDLESS} {...line(id)}>
          <strong>{name}</strong>
        </RunningLine>
      ))}
      {timed.map(({ id, name, address, state, ...ends }) => (
        <RunningLine key={id} name={name} doing={state === 'paused' ? t('doingPaused') : null} ends={ends} {...line(id)}>
          {links ? <a href={address}>{name}</a> : <strong>{name}</strong>}
        </RunningLine>
      ))}
      {lines > 1 && (
        <button type="button" class="stop" data-stop-all {...shortcut(stopsOnEscape)} onClick={() => send('stop-all', 'all')}>
          <Square size={16} aria-hidden="true" />
          {t('runningStopAll')}
        </button>
      )}
      {written.map((timer) => (
        <HandWritten key={timer.id} timer={timer} send={send} saysOff={saysOff} />
      ))}
      {left.map((device) => (
        <LeftRunning key={device.id} device={device} send={send} saysOff={saysOff} />
      ))}
    </section>
  );
}

/** Nobody knows how long it runs. */
const ENDLESS = { endsAtMs: null, leftS: null };

interface RunningLineProps {
  readonly name: string;
  /** What it does now; null when the name says it. */
  readonly doing: string | null;
  readonly ends: Pick<SessionState, 'endsAtMs' | 'leftS'>;
  readonly nowMs: () => number;
  readonly stop: () => void;
  readonly stopsOnEscape: boolean;
  /** The name as it is shown. */
  readonly children: ComponentChildren;
}

function RunningLine({ name, doing, ends, nowMs, stop, stopsOnEscape, children }: RunningLineProps) {
  const left = useCountDown(ends, nowMs);
  return (
    <div class="running-line" data-running={name}>
      <span class="running-words">
        {children} {doing !== null && <span class="muted">{doing}</span>}
      </span>
      {left !== null && (
        <span class="num" role="timer" aria-label={t('sessionLeft')}>
          {clockTime(left)}
        </span>
      )}
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
