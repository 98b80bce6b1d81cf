import type { TimerState } from '../../lib/devices/remote/host-timer';
import type { SafeCommand } from '../../lib/devices/remote/schema';
import { t } from '../../lib/i18n';
import { BarNotice } from './BarNotice';
import { OffButton } from './OffButton';

interface HandWrittenProps {
  readonly timer: TimerState;
  readonly send: (command: SafeCommand, id: string) => void;
  readonly saysOff: boolean;
  /** Others stand beside it: only what happened is said. */
  readonly short: boolean;
}

/** A device that a person wrote to with the inspector, until a stop that Rebound knows arrives or a person says that it is off. */
export function HandWritten({ timer: { id, name, written }, send, saysOff, short }: HandWrittenProps) {
  const stops = written === 'stop-known';
  return (
    <div data-hand-written={name}>
      <BarNotice what={t('handWritten', name)} todo={t(stops ? 'handWrittenStop' : 'handWrittenNoStop')} short={short}>
        {stops && (
          <button type="button" class="stop" aria-label={t('deviceStopName', name)} onClick={() => send('stop', id)}>
            {t('deviceStop')}
          </button>
        )}
        {saysOff && <OffButton name={name} saysOff={() => send('is-off', id)} />}
      </BarNotice>
    </div>
  );
}
