import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import type { ReboundDatabase, Settings } from '../../../lib/storage';
import { EquipmentCard } from './EquipmentCard';
import { EventsCard } from './EventsCard';
import { FoodCard } from './FoodCard';
import { GoalCard } from './GoalCard';
import { HoursCard } from './HoursCard';
import { PlanNotifyCard } from './PlanNotifyCard';

interface PlanSettingsProps {
  readonly db: ReboundDatabase;
  readonly settings: Settings;
  /** Whether the Plan screen linked here. */
  readonly wanted: boolean;
}

/** Everything that the user can enter for the plan. */
export function PlanSettings({ db, settings, wanted }: PlanSettingsProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!wanted) return;
    title.current?.scrollIntoView({ block: 'start' });
    title.current?.focus({ preventScroll: true });
  }, [wanted]);
  return (
    <>
      <div class="between wrap section-title">
        <h2 ref={title} tabIndex={-1}>
          {t('planSettingsTitle')}
        </h2>
        <a class="button quiet small" href="#plan">
          {t('planSettingsSee')}
        </a>
      </div>
      <GoalCard db={db} settings={settings} />
      <EventsCard db={db} settings={settings} />
      <EquipmentCard db={db} settings={settings} />
      <HoursCard db={db} settings={settings} />
      <FoodCard db={db} settings={settings} />
      <PlanNotifyCard db={db} settings={settings} />
    </>
  );
}
