import { useState } from 'preact/hooks';
import type { CheckSession } from '../../lib/check/check-session';
import type { StrapLink } from '../../lib/check/strap-link';
import { demoTransport, strapTransport } from '../../lib/devices/links/transports';
import { t } from '../../lib/i18n';
import { DEFAULT_PLAN, STAND_S } from '../../lib/recording';
import { type CheckSetting, type ReboundDatabase, type Settings, setSetting, standsUp } from '../../lib/storage';
import { CheckInCard } from '../check-in/CheckInCard';
import { useDay } from '../use-day';
import { CheckResult } from './CheckResult';
import { CheckRunning } from './CheckRunning';
import { CheckSetUp } from './CheckSetUp';

interface CheckScreenProps {
  readonly db: ReboundDatabase;
  readonly session: CheckSession;
  readonly strap: StrapLink;
  readonly settings: Settings;
  readonly owned: boolean;
}

/** The measurement, from the set-up to the result. The session's stage selects the part. */
export function CheckScreen({ db, session, strap, settings, owned }: CheckScreenProps) {
  const [failure, setFailure] = useState<Error | null>(null);
  if (failure !== null) throw failure;
  const day = useDay(settings);
  const world = settings.demoMode ? 'demo' : 'own';
  const start = (anew: boolean) => {
    const setting: CheckSetting = {
      world,
      plan: { ...DEFAULT_PLAN, measureS: settings.measureS, standS: standsUp(settings) ? STAND_S : 0 },
      posture: standsUp(settings) ? 'lying' : settings.posture,
      breathing: settings.breathing,
    };
    session.start(setting, world === 'demo' ? demoTransport : strapTransport, anew).catch(setFailure);
  };

  const stage = session.stage.value;
  const result = session.result.value;
  return (
    <>
      <div class="between">
        <h1>{t('checkTitle')}</h1>
        {settings.demoMode && <span class="chip demo">{t('demoChip')}</span>}
      </div>
      {stage === 'done' && result !== null && <CheckResult db={db} check={result} again={() => session.again()} />}
      {stage === 'setup' && (
        <CheckSetUp
          settings={settings}
          session={session}
          strap={strap}
          owned={owned}
          change={(key, value) => void setSetting(db, key, value)}
          start={start}
        />
      )}
      {(stage === 'connecting' || stage === 'recording' || stage === 'storing') && (
        <>
          <CheckRunning session={session} strap={strap} breathing={settings.breathing} />
          <CheckInCard key={`${world} ${day}`} db={db} world={world} day={day} open />
        </>
      )}
    </>
  );
}
