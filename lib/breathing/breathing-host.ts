import { findItem } from '../catalogue';
import type { HostTimer } from '../devices/remote/host-timer';
import { t } from '../i18n';
import type { BreathingSessions } from './breathing-sessions';

/** Breathing, as every surface shows and stops it. A search that waits for the strap does not run yet. */
export function breathingHost(breathing: Pick<BreathingSessions, 'run' | 'stop'>): HostTimer {
  return {
    id: 'timer:breathing',
    shown() {
      const run = breathing.run.value;
      if (run === null) return null;
      const item = findItem(run.timer.plan);
      const address = run.kind === 'search' ? '#breathe/search' : item === null ? '#breathe' : `#breathe/${encodeURIComponent(item)}`;
      return { timer: run.timer, name: t(run.kind === 'session' ? 'breatheTitle' : 'breatheSearch'), address };
    },
    stop: () => breathing.stop(),
  };
}
