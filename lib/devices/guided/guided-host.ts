import { findItem } from '../../catalogue';
import { sessionName } from '../../i18n/words/session-words';
import type { HostTimer } from '../remote/host-timer';
import type { GuidedSessions } from './guided-sessions';

/** The guided timer, as every surface shows and stops it. */
export function guidedHost({ timer }: Pick<GuidedSessions, 'timer'>): HostTimer {
  return {
    id: 'timer:guided',
    shown() {
      const now = timer.value;
      if (now === null) return null;
      const item = findItem(now.plan);
      const address = item === null ? '#devices/timer' : `#devices/timer/${encodeURIComponent(item)}`;
      return { timer: now, name: sessionName(now.plan), address };
    },
    stop: async () => timer.value?.stop(),
  };
}
