import { Square } from 'lucide-preact';
import type { DetailedState } from '../../lib/devices/remote/device-state';
import type { TimerState } from '../../lib/devices/remote/host-timer';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import type { SafeCommand } from '../../lib/devices/remote/schema';
import { t } from '../../lib/i18n';
import { doingWords } from '../session/words';
import { HandWritten } from './HandWritten';
import { LeftRunning } from './LeftRunning';
import { RunningLine, shortcut } from './RunningLine';
import './running.css';
import { UnrestNotice } from './UnrestNotice';
import { unrestShown } from './unrest-shown';

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

/**
 * What runs now, or may be running, with its Stop: on every surface, before everything else. Nothing while nothing runs. Where several
 * stand, each is short, and one Stop for all comes first, so that it is in reach however small the window is.
 */
export function RunningBar(props: RunningBarProps) {
  const { states, timers, send, nowMs = Date.now, stopsOnEscape = false, saysOff = true, links = false } = props;
  // What did not stop comes first.
  const devices = states.filter(mayBeRunning).sort((a, b) => Number(b.unrest !== null) - Number(a.unrest !== null));
  if (devices.length === 0 && timers.length === 0) return null;
  const several = devices.length + timers.length > 1;
  const line = (id: string) => ({ nowMs, stop: () => send('stop', id), stopsOnEscape: stopsOnEscape && !several });
  const off = (id: string) => (saysOff ? { saysOff: () => send('is-off', id) } : {});
  return (
    <section class={several ? 'running-bar several' : 'running-bar'} aria-label={t('runningBar')}>
      {several && (
        <button type="button" class="stop" data-stop-all {...shortcut(stopsOnEscape)} onClick={() => send('stop-all', 'all')}>
          <Square size={16} aria-hidden="true" />
          {t('runningStopAll')}
        </button>
      )}
      {devices.map((device) => {
        const { id, session, tested, unrest, unasked } = device;
        const name = device.name ?? t('leftRunningUnnamed');
        if (unrest !== null && unrestShown.value.has(id)) {
          return (
            <RunningLine key={id} name={name} doing={doingWords('not-stopped')} ends={ENDLESS} {...line(id)}>
              <strong>{name}</strong>
            </RunningLine>
          );
        }
        if (unrest !== null) {
          return <UnrestNotice key={id} name={name} unrest={unrest} stop={() => send('stop', id)} short={several} {...off(id)} />;
        }
        if (unasked === true) {
          return (
            <RunningLine key={id} name={name} doing={t('unaskedRun')} ends={ENDLESS} {...line(id)}>
              <strong>{name}</strong>
            </RunningLine>
          );
        }
        if (session === null && !tested) return <LeftRunning key={id} device={device} send={send} saysOff={saysOff} short={several} />;
        const doing = session === null ? t('doingTested') : doingWords(session.doing);
        return (
          <RunningLine key={id} name={name} doing={doing} ends={session ?? ENDLESS} {...line(id)}>
            <strong>{name}</strong>
          </RunningLine>
        );
      })}
      {timers.map((timer) => {
        const { id, name, address, state, written, ...ends } = timer;
        if (written !== undefined) return <HandWritten key={id} timer={timer} send={send} saysOff={saysOff} short={several} />;
        return (
          <RunningLine key={id} name={name} doing={state === 'paused' ? t('doingPaused') : null} ends={ends} {...line(id)}>
            {links ? <a href={address}>{name}</a> : <strong>{name}</strong>}
          </RunningLine>
        );
      })}
    </section>
  );
}

/** Nobody knows how long it runs. */
const ENDLESS = { endsAtMs: null, leftS: null };
