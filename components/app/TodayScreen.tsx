import { clock } from '../../lib/clock';
import { t } from '../../lib/i18n';
import type { ReboundDatabase } from '../../lib/storage';
import { loadToday } from '../../lib/today';
import { CheckInCard } from '../check-in/CheckInCard';
import { PlannedCard } from '../training/PlannedCard';
import { TrainingCard } from '../training/TrainingCard';
import { useDay } from '../use-day';
import { useLive } from '../use-live';
import { FiguresCard } from './FiguresCard';
import { LoadFailed } from './LoadFailed';
import { OrthostaticCard } from './OrthostaticCard';
import { SignalCard } from './SignalCard';
import { StravaCard } from './StravaCard';
import { TodayCard } from './TodayCard';
import { ClocksCard } from './today/ClocksCard';
import { FatigueNotice } from './today/FatigueNotice';
import { TodayPlan } from './today/TodayPlan';
import { WhyCard } from './today/WhyCard';

/** What kind of day it is, and the recording that this rests on. */
export function TodayScreen({ db }: { db: ReboundDatabase }) {
  const day = useDay();
  const today = useLive(() => loadToday(db, clock.now()), [db, day]);
  if (today instanceof Error) return <LoadFailed error={today} />;
  if (today === undefined) return <p class="muted">{t('loading')}</p>;
  const { judged } = today;
  const world = today.demo ? 'demo' : 'own';
  return (
    <>
      <h1>{t('navToday')}</h1>
      <TodayCard today={today} />
      {judged !== undefined && (
        <>
          <FatigueNotice fatigue={judged.fatigue} />
          <div class="grid">
            <div class="wide">
              <WhyCard judged={judged} />
            </div>
            <div class="narrow">
              <ClocksCard clocks={judged.clocks} />
            </div>
          </div>
        </>
      )}
      <TodayPlan db={db} />
      {/* Another day, or world, has answers of its own. */}
      <CheckInCard key={`${world} ${today.day}`} db={db} world={world} day={today.day} />
      <PlannedCard db={db} world={world} day={today.day} advice={judged?.sessions ?? []} />
      <TrainingCard db={db} world={world} />
      <div class="grid">
        {today.check !== null && (
          <div class="wide">
            <FiguresCard check={today.check} />
          </div>
        )}
        <div class="narrow stack">
          {today.check !== null && <SignalCard check={today.check} />}
          {today.check?.summary.orthostatic && <OrthostaticCard figures={today.check.summary.orthostatic} />}
          <StravaCard />
        </div>
      </div>
      <small>{t('notMedical')}</small>
    </>
  );
}
