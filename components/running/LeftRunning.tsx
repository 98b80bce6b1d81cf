import { isLinked } from '../../lib/devices/links/live-device';
import type { DetailedState } from '../../lib/devices/remote/device-state';
import type { SafeCommand } from '../../lib/devices/remote/schema';
import { t } from '../../lib/i18n';
import { Notice } from '../Notice';
import { ShortNotice } from './ShortNotice';

interface LeftRunningProps {
  readonly device: DetailedState;
  readonly send: (command: SafeCommand, id: string) => void;
  readonly saysOff: boolean;
  /** Others stand beside it: only what happened is said. */
  readonly short: boolean;
}

/** A device that may still be running, until a stop arrives or a person says that it is off. */
export function LeftRunning({ device, send, saysOff, short }: LeftRunningProps) {
  const { id, name, state, leftRunning, stillMoves } = device;
  const words = leftRunning === 'closed' ? 'leftRunningClosed' : 'leftRunningGivenUp';
  const called = name ?? t('leftRunningUnnamed');
  const what = t(words, called);
  const stop = isLinked(state) ? t('leftRunningStopNow') : t('leftRunningStop');
  const buttons = (
    <>
      <button type="button" class="stop" aria-label={t('buttonOf', stop, called)} onClick={() => send('stop', id)}>
        {stop}
      </button>
      {saysOff && (
        <button type="button" class="quiet" aria-label={t('buttonOf', t('leftRunningOff'), called)} onClick={() => send('is-off', id)}>
          {t('leftRunningOff')}
        </button>
      )}
    </>
  );
  return (
    <div data-left-running={name ?? id}>
      {short ? (
        <ShortNotice words={what}>{buttons}</ShortNotice>
      ) : (
        <Notice kind="warn" what={what} todo={t(stillMoves === true ? 'leftRunningMoves' : 'leftRunningTodo')} live>
          <div class="row">{buttons}</div>
        </Notice>
      )}
    </div>
  );
}
