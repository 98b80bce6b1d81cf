import type { TimerState } from '../../lib/devices/remote/host-timer';
import type { SafeCommand } from '../../lib/devices/remote/schema';
import { t } from '../../lib/i18n';
import { Notice } from '../Notice';

interface HandWrittenProps {
  readonly timer: TimerState;
  readonly send: (command: SafeCommand, id: string) => void;
  readonly saysOff: boolean;
}

/** A device that a person wrote to with the inspector, until a stop that Rebound knows arrives or a person says that it is off. */
export function HandWritten({ timer: { id, name, written }, send, saysOff }: HandWrittenProps) {
  const stops = written === 'stop-known';
  return (
    <div data-hand-written={name}>
      <Notice kind="warn" what={t('handWritten', name)} todo={t(stops ? 'handWrittenStop' : 'handWrittenNoStop')} live>
        <div class="row">
          {stops && (
            <button type="button" class="stop" aria-label={t('deviceStopName', name)} onClick={() => send('stop', id)}>
              {t('deviceStop')}
            </button>
          )}
          {saysOff && (
            <button type="button" class="quiet" onClick={() => send('is-off', id)}>
              {t('leftRunningOff')}
            </button>
          )}
        </div>
      </Notice>
    </div>
  );
}
