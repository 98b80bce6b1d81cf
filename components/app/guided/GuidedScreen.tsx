import type { GuidedDesk } from '../../../lib/devices/guided-desk';
import type { DeviceRegistry } from '../../../lib/devices/registry';
import { t } from '../../../lib/i18n';
import type { ReboundDatabase } from '../../../lib/storage';
import { BreatheLink } from '../breathe/BreatheLink';
import { Diary } from './Diary';
import { GuidedRunning } from './GuidedRunning';
import { GuidedSetUp } from './GuidedSetUp';
import './guided.css';

interface GuidedScreenProps {
  readonly db: ReboundDatabase;
  readonly devices: DeviceRegistry;
  readonly guided: GuidedDesk;
  readonly owned: boolean;
}

/** For what has no radio, or none that is known: dose, steps, cues, and the diary of what was done. */
export function GuidedScreen({ db, devices, guided, owned }: GuidedScreenProps) {
  const timer = guided.timer.value;
  return (
    <>
      <section class="card stack" aria-labelledby="guided-title">
        <div class="stack tight">
          <h2 id="guided-title">{t('guidedTitle')}</h2>
          {timer === null && <p class="muted">{t('guidedText')}</p>}
        </div>
        {timer === null ? (
          <GuidedSetUp db={db} devices={devices} guided={guided} owned={owned} />
        ) : (
          <GuidedRunning guided={guided} timer={timer} />
        )}
      </section>
      <BreatheLink />
      <Diary db={db} />
    </>
  );
}
