import { isLinked } from '../../lib/devices/links/live-device';
import type { DetailedState } from '../../lib/devices/remote/device-state';
import type { SafeCommand } from '../../lib/devices/remote/schema';
import { t } from '../../lib/i18n';
import { BarNotice } from './BarNotice';
import { OffButton } from './OffButton';

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
  const stop = isLinked(state) ? t('leftRunningStopNow') : t('leftRunningStop');
  return (
    <div data-left-running={name ?? id}>
      <BarNotice what={t(words, called)} todo={t(stillMoves === true ? 'leftRunningMoves' : 'leftRunningTodo')} short={short}>
        <button type="button" class="stop" aria-label={t('buttonOf', stop, called)} onClick={() => send('stop', id)}>
          {stop}
        </button>
        {saysOff && <OffButton name={called} saysOff={() => send('is-off', id)} />}
      </BarNotice>
    </div>
  );
}
