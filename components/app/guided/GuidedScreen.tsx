import { clock } from '../../../lib/core/clock';
import type { GuidedSessions } from '../../../lib/devices/guided/guided-sessions';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { t } from '../../../lib/i18n';
import type { ReboundDatabase } from '../../../lib/storage';
import { readPlannedItem } from '../../../lib/today/plan/planned-item';
import { useLive } from '../../use-live';
import { BreatheLink } from '../breathe/BreatheLink';
import { LoadFailed } from '../LoadFailed';
import { Diary } from './Diary';
import { GuidedRunning } from './GuidedRunning';
import { GuidedSetUp } from './GuidedSetUp';
import './guided.css';

interface GuidedScreenProps {
  readonly db: ReboundDatabase;
  readonly devices: DeviceRegistry;
  readonly guided: GuidedSessions;
  readonly owned: boolean;
  /** The item of the plan that the session is for; null for none. */
  readonly item: string | null;
}

/** Sessions without a device, or with one that Rebound cannot control: dose, steps, cues, and the diary of past sessions. */
export function GuidedScreen({ db, devices, guided, owned, item }: GuidedScreenProps) {
  const timer = guided.timer.value;
  const planned = useLive(() => readPlannedItem(db, item, clock.now()), [db, item]);
  return (
    <>
      <section class="card stack" aria-labelledby="guided-title">
        <div class="stack tight">
          <h2 id="guided-title">{t('guidedTitle')}</h2>
          {timer === null && <p class="muted">{t('guidedText')}</p>}
        </div>
        {timer === null ? (
          planned instanceof Error ? (
            <LoadFailed error={planned} />
          ) : (
            planned !== undefined && <GuidedSetUp key={item} db={db} devices={devices} guided={guided} owned={owned} planned={planned} />
          )
        ) : (
          <GuidedRunning guided={guided} timer={timer} />
        )}
      </section>
      <BreatheLink />
      <Diary db={db} />
    </>
  );
}
