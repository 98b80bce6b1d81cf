import { clock } from '../../../lib/core/clock';
import type { GuidedSessions } from '../../../lib/devices/guided-sessions';
import type { DeviceRegistry } from '../../../lib/devices/registry';
import { t } from '../../../lib/i18n';
import type { ReboundDatabase } from '../../../lib/storage';
import { readToday } from '../../../lib/today/read-today';
import { useLive } from '../../use-live';
import { BreatheLink } from '../breathe/BreatheLink';
import { Diary } from './Diary';
import { GuidedRunning } from './GuidedRunning';
import { GuidedSetUp, type PlannedFor } from './GuidedSetUp';
import './guided.css';

interface GuidedScreenProps {
  readonly db: ReboundDatabase;
  readonly devices: DeviceRegistry;
  readonly guided: GuidedSessions;
  readonly owned: boolean;
  /** The item of the plan that it is for; null: none. */
  readonly item: string | null;
}

/** For what has no radio, or none that is known: dose, steps, cues, and the diary of what was done. */
export function GuidedScreen({ db, devices, guided, owned, item }: GuidedScreenProps) {
  const timer = guided.timer.value;
  const planned = useLive(() => plannedItem(db, item), [db, item]);
  return (
    <>
      <section class="card stack" aria-labelledby="guided-title">
        <div class="stack tight">
          <h2 id="guided-title">{t('guidedTitle')}</h2>
          {timer === null && <p class="muted">{t('guidedText')}</p>}
        </div>
        {timer === null ? (
          planned !== undefined && (
            <GuidedSetUp
              key={item}
              db={db}
              devices={devices}
              guided={guided}
              owned={owned}
              planned={planned instanceof Error ? null : planned}
            />
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

/** The item as it stands in the plan now; null: it is not there, or none was asked for. */
async function plannedItem(db: ReboundDatabase, id: string | null): Promise<PlannedFor | null> {
  if (id === null) return null;
  const nowMs = clock.now();
  const { plan, world } = await readToday(db, nowMs);
  const item = plan.items.find((one) => one.id === id);
  return item === undefined ? null : { item, demo: world === 'demo' };
}
