import { Pause, Play, RotateCcw, SkipForward, Square } from 'lucide-preact';
import type { DeviceState } from '../lib/devices/remote/schema';
import { stateWords } from '../lib/devices/words';
import { clockTime, number, t } from '../lib/i18n';
import './session/session.css';
import { UnrestNotice } from './running/UnrestNotice';
import { useUnrestShown } from './running/unrest-shown';
import { doingWords } from './session/words';
import { useCountDown } from './use-count-down';
import { useDeviceCommands } from './use-devices';

/** Remote control of one device: what it does, for how long, and its buttons, with Stop first. */
export function DeviceRemote({ device }: { device: DeviceState }) {
  const { id, state, batteryPct, stops, session, tested, again, unrest } = device;
  const left = useCountDown(session);
  const name = device.name ?? id;
  const { problem, send, move } = useDeviceCommands();
  useUnrestShown(id, unrest !== null);
  return (
    <section class="card stack tight" data-remote={name} data-session={session?.state ?? 'none'}>
      <div class="between">
        <h3>{name}</h3>
        <small>{[stateWords(state), ...(batteryPct === null ? [] : [t('batteryAt', number(batteryPct))])].join(' · ')}</small>
      </div>
      {unrest !== null && <UnrestNotice name={name} unrest={unrest} saysOff={() => void send('is-off', id)} />}
      {session !== null && (
        <div class="between">
          <div>
            <strong>{doingWords(session.doing)}</strong>
            <br />
            <small>{t('sessionStep', session.step, session.steps)}</small>
          </div>
          {left !== null && (
            <span class="num" role="timer" aria-label={t('sessionLeft')} data-left>
              {clockTime(left)}
            </span>
          )}
        </div>
      )}
      {tested && <strong>{t('doingTested')}</strong>}
      <div class="row">
        {(stops || session !== null) && (
          <button type="button" class="stop" aria-label={t('deviceStopName', name)} onClick={() => void send('stop', id)}>
            <Square size={16} aria-hidden="true" />
            {t('deviceStop')}
          </button>
        )}
        {session?.state === 'running' && (
          <button type="button" class="quiet" onClick={() => void send('pause', id)}>
            <Pause size={16} aria-hidden="true" />
            {t('sessionPause')}
          </button>
        )}
        {(session?.state === 'paused' || session?.doing === 'asking') && (
          <button type="button" class="quiet" onClick={(event) => void move('resume', id, event)}>
            <Play size={16} aria-hidden="true" />
            {t('sessionResume')}
          </button>
        )}
        {(session?.state === 'running' || session?.state === 'paused') && session.steps > 1 && (
          <button type="button" class="quiet" onClick={(event) => void move('skip', id, event)}>
            <SkipForward size={16} aria-hidden="true" />
            {t('sessionSkip')}
          </button>
        )}
        {session === null && !tested && again && (
          <button type="button" class="quiet" onClick={(event) => void move('start', id, event)}>
            <RotateCcw size={16} aria-hidden="true" />
            {t('panelAgain')}
          </button>
        )}
      </div>
      {problem !== null && <small role="alert">{problem}</small>}
    </section>
  );
}
