import { hidesBodyMass } from '../../lib/catalogue';
import type { DeviceRegistry } from '../../lib/devices/links/registry';
import { t } from '../../lib/i18n';
import type { ReboundDatabase } from '../../lib/storage';
import { CheckInCard } from '../check-in/CheckInCard';
import { ConflictNotices } from '../plan/ConflictNotices';
import { PlannedCard } from '../training/PlannedCard';
import { TrainingCard } from '../training/TrainingCard';
import { WeighingCard } from '../training/WeighingCard';
import { useToday } from '../use-today';
import { BreatheLink } from './breathe/BreatheLink';
import { FiguresCard } from './FiguresCard';
import { LoadFailed } from './LoadFailed';
import { OrthostaticCard } from './OrthostaticCard';
import { SignalCard } from './SignalCard';
import { StravaCard } from './StravaCard';
import { TodayCard } from './TodayCard';
import { ClocksCard } from './today/ClocksCard';
import { FatigueNotice } from './today/FatigueNotice';
import { FoodAndSleepCard } from './today/FoodAndSleepCard';
import { TodayPlan } from './today/TodayPlan';
import { WhyCard } from './today/WhyCard';
import { WakingCard } from './WakingCard';

/** The verdict of the day, the plan, and the evidence. */
export function TodayScreen({ db, devices }: { db: ReboundDatabase; devices: DeviceRegistry }) {
  const today = useToday(db);
  if (today instanceof Error) return <LoadFailed error={today} />;
  if (today === undefined) return <p class="muted">{t('loading')}</p>;
  const { judged, world } = today;
  return (
    <>
      <h1>{t('navToday')}</h1>
      <ConflictNotices db={db} today={today} />
      <TodayCard today={today} />
      <FatigueNotice fatigue={judged.fatigue} />
      {/* A different day or world has its own answers. */}
      <CheckInCard key={`${world} ${today.day}`} db={db} world={world} day={today.day} />
      <TodayPlan db={db} today={today} />
      <div class="grid">
        <div class="wide">
          <WhyCard judged={judged} />
        </div>
        <div class="narrow">
          <ClocksCard clocks={judged.clocks} />
        </div>
      </div>
      <PlannedCard db={db} today={today} />
      <TrainingCard db={db} world={world} />
      <FoodAndSleepCard db={db} world={world} today={today} />
      {!hidesBodyMass(today.settings.contraindications) && (
        <WeighingCard key={world} db={db} world={world} day={today.day} devices={devices} />
      )}
      <div class="grid">
        {today.check !== null && (
          <div class="wide">
            <FiguresCard check={today.check} />
          </div>
        )}
        <div class="narrow stack">
          {today.check !== null && world === 'own' && <WakingCard key={today.check.id} db={db} check={today.check} out={today.ruledOut} />}
          {today.check !== null && <SignalCard check={today.check} />}
          {today.check?.summary.orthostatic && <OrthostaticCard figures={today.check.summary.orthostatic} />}
          <BreatheLink />
          <StravaCard />
        </div>
      </div>
      <small>{t('notMedical')}</small>
    </>
  );
}
