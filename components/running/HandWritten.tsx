import type { TimerState } from '../../lib/devices/remote/host-timer';
import type { SafeCommand } from '../../lib/devices/remote/schema';
import { t } from '../../lib/i18n';
import { Notice } from '../Notice';
import { ShortNotice } from './ShortNotice';

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
  const what = t('handWritten', name);
  const buttons = (
    <>
      {stops && (
        <button type="button" class="stop" aria-label={t('deviceStopName', name)} onClick={() => send('stop', id)}>
          {t('deviceStop')}
        </button>
      )}
      {saysOff && (
        <button type="button" class="quiet" aria-label={t('buttonOf', t('leftRunningOff'), name)} onClick={() => send('is-off', id)}>
          {t('leftRunningOff')}
        </button>
      )}
    </>
  );
  return (
    <div data-hand-written={name}>
      {short ? (
        <ShortNotice words={what}>{buttons}</ShortNotice>
      ) : (
        <Notice kind="warn" what={what} todo={t(stops ? 'handWrittenStop' : 'handWrittenNoStop')} live>
          <div class="row">{buttons}</div>
        </Notice>
      )}
    </div>
  );
}
