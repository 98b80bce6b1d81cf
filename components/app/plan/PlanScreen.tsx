import { ListChecks } from 'lucide-preact';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { devicesAtHand } from '../../../lib/devices/links/devices-at-hand';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import type { SessionParts } from '../../../lib/devices/session/start-session';
import { t } from '../../../lib/i18n';
import type { ReboundDatabase } from '../../../lib/storage';
import { buildTimeline } from '../../../lib/today/plan/timeline';
import type { Today } from '../../../lib/today/read-today';
import { CheckInCard } from '../../check-in/CheckInCard';
import { StillQuestions } from '../../check-in/StillQuestions';
import { Notice } from '../../Notice';
import { ConflictNotices } from '../../plan/ConflictNotices';
import '../../plan/plan.css';
import { planUndo } from '../../plan/undo';
import { usePlanActions } from '../../plan/use-plan-actions';
import { useMinute, useToday } from '../../use-today';
import { LoadFailed } from '../LoadFailed';
import { UndoBar } from '../UndoBar';
import { BasisCard } from './BasisCard';
import { DayCard } from './DayCard';
import { ExportButton } from './ExportButton';
import { ItemSessions } from './ItemSessions';
import { LeftOutCard } from './LeftOutCard';
import { PlanNotices } from './PlanNotices';
import { ScreeningFirst } from './ScreeningFirst';
import { TodayIsCard } from './TodayIsCard';
import { WeekCard } from './WeekCard';

interface PlanScreenProps {
  readonly db: ReboundDatabase;
  readonly devices: DeviceRegistry;
  readonly sessions: SessionParts;
  readonly owned: boolean;
  /** The item that another surface linked to; null for none. */
  readonly wanted: string | null;
}

/** Recovery as sets and reps: the next three days, what is left out and why, and the week. */
export function PlanScreen({ db, devices, sessions, owned, wanted }: PlanScreenProps) {
  const now = useToday(db, devicesAtHand(devices));
  if (now instanceof Error) return <LoadFailed error={now} />;
  if (now === undefined) return <p class="muted">{t('loading')}</p>;
  return <Planned db={db} devices={devices} sessions={sessions} owned={owned} wanted={wanted} now={now} />;
}

interface PlannedProps extends PlanScreenProps {
  readonly now: Today;
}

function Planned({ db, devices, sessions, owned, wanted, now }: PlannedProps) {
  const nowMs = useMinute(now);
  const actions = usePlanActions(db, now);
  const [opened, open] = useState<string | null>(null);
  const days = buildTimeline(now);
  const due = now.situation.screeningDue;
  return (
    <>
      <div class="between wrap">
        <h1>{t('planTitle')}</h1>
        <div class="row">
          {now.world === 'demo' && <span class="chip demo">{t('demoChip')}</span>}
          <a href="#plan/routines" class="button quiet">
            <ListChecks size={18} aria-hidden="true" />
            {t('ownLink')}
          </a>
          <ExportButton now={now} />
        </div>
      </div>
      <ConflictNotices db={db} today={now} />
      {due === 'answers-unread' && <CheckInCard db={db} world={now.world} day={now.day} />}
      {due !== null && due !== 'answers-unread' && <ScreeningFirst db={db} settings={now.settings} due={due} />}
      {due !== 'answers-unread' && <StillQuestions db={db} settings={now.settings} day={now.day} />}
      <PlanNotices now={now} />
      {actions.failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      <p class={actions.said === '' ? 'visually-hidden' : 'muted'} role="status" data-said>
        {actions.said}
      </p>
      <div class="grid plan-grid">
        <div class="wide stack">
          <ItemSessions items={[...now.plan.items, ...now.plan.optional]} devices={devices} sessions={sessions} />
          {days.map((one, place) => (
            <Fragment key={one.day}>
              {place === 1 && <TodayIsCard db={db} now={now} />}
              <DayCard
                one={one}
                now={now}
                nowMs={nowMs}
                actions={actions}
                devices={devices}
                sessions={sessions}
                owned={owned}
                wanted={wanted}
                opened={opened}
                open={open}
              />
            </Fragment>
          ))}
          <small>{t('planNotMedical')}</small>
        </div>
        <div class="narrow stack">
          <BasisCard now={now} />
          <WeekCard week={now.week} />
          <LeftOutCard now={now} />
        </div>
      </div>
      <UndoBar undo={planUndo} words={(what) => what} />
    </>
  );
}
