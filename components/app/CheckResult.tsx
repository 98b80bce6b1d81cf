import { clock } from '../../lib/core/clock';
import { t, timeOfDay } from '../../lib/i18n';
import type { Check, ReboundDatabase } from '../../lib/storage';
import { readDay } from '../../lib/today/today';
import { Notice } from '../Notice';
import { useLive } from '../use-live';
import { FiguresCard } from './FiguresCard';
import { LoadFailed } from './LoadFailed';
import { OrthostaticCard } from './OrthostaticCard';
import { SignalCard } from './SignalCard';
import { StravaCard } from './StravaCard';
import { TodayCard } from './TodayCard';
import { WakingCard } from './WakingCard';

interface CheckResultProps {
  readonly db: ReboundDatabase;
  readonly check: Check;
  readonly again: () => void;
}

/** The result of the check just taken, and today's verdict with it. */
export function CheckResult({ db, check, again }: CheckResultProps) {
  const today = useLive(() => readDay(db, check.world, check.day, clock.now()), [db, check.id]);
  if (today instanceof Error) return <LoadFailed error={today} />;
  if (today === undefined) return null;
  const another = today.check !== null && today.check.id !== check.id;
  const firstAt = today.check === null ? '' : timeOfDay(today.check.startedAtMs, today.check.timeZone);
  return (
    <>
      {check.world === 'demo' && <Notice what={t('demoChip')} todo={t('demoResult')} />}
      {another && <Notice what={t('doesNotCount')} todo={t('firstCounts', firstAt)} />}
      <TodayCard today={{ ...today, check }} again={again} />
      <div class="grid">
        <div class="wide">
          <FiguresCard check={check} />
        </div>
        <div class="narrow stack">
          {check.world === 'own' && !another && <WakingCard db={db} check={check} out={today.ruledOut} />}
          <SignalCard check={check} />
          {check.summary.orthostatic && <OrthostaticCard figures={check.summary.orthostatic} />}
          <StravaCard />
        </div>
      </div>
    </>
  );
}
