import { ChevronRight } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { addDays } from '../../../lib/core/day';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { itemSessions } from '../../../lib/devices/session/item-sessions';
import type { SessionParts } from '../../../lib/devices/session/start-session';
import { longDay, number, t } from '../../../lib/i18n';
import { dayRoutineText } from '../../../lib/i18n/words/plan-words';
import type { PlanItem } from '../../../lib/planner';
import { findDiet } from '../../../lib/storage';
import type { TimelineDay } from '../../../lib/today/plan/timeline';
import type { Today } from '../../../lib/today/read-today';
import { LoggedRow } from '../../plan/LoggedRow';
import { OptionalItems } from '../../plan/OptionalItems';
import { PlanRow } from '../../plan/PlanRow';
import { SessionRow } from '../../plan/SessionRow';
import type { PlanActions } from '../../plan/use-plan-actions';
import { DeviceSession } from '../devices/DeviceSession';
import { StartWays } from './StartWays';

interface DayCardProps {
  readonly one: TimelineDay;
  readonly now: Today;
  readonly nowMs: number;
  readonly actions: PlanActions;
  readonly devices: DeviceRegistry;
  readonly sessions: SessionParts;
  readonly owned: boolean;
  readonly wanted: string | null;
  /** The item whose session on a device is open; null for none. */
  readonly opened: string | null;
  readonly open: (id: string | null) => void;
}

/** The same as in app.css: two columns or more. */
const WIDE = '(min-width: 761px)';

/** One day of the plan, with the sessions that its windows depend on. Later days can be collapsed. */
export function DayCard(props: DayCardProps) {
  const { one, now, actions, wanted } = props;
  const list = useRef<HTMLUListElement>(null);
  const today = one.day === now.day;
  // On a phone, later days would make the page very long. This is only the initial state; after that the browser keeps it.
  const [unfolded] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    if (wanted === null) return;
    const row = list.current?.querySelector(`[data-item="${CSS.escape(wanted)}"]`);
    // An element in a collapsed section cannot be scrolled to.
    row?.closest('details')?.setAttribute('open', '');
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('.plan-buttons a, .plan-buttons button')?.focus({ preventScroll: true });
  }, [wanted]);
  const runs = (id: string) => props.opened === id || itemSessions(props.sessions.deviceSessions).some(({ itemId }) => itemId === id);
  const title = today ? t('planToday') : one.day === addDays(now.day, 1) ? t('planTomorrow') : longDay(one.day);
  const head = (
    <div class="between wrap">
      <h2>
        {!today && <ChevronRight class="fold" size={18} aria-hidden="true" />}
        {title}
        {(today || title === t('planTomorrow')) && <small class="date">{longDay(one.day)}</small>}
        {one.plan !== null && <span class="chip routine">{dayRoutineText(one.plan)}</span>}
      </h2>
      <Budget usedMin={one.usedMin} budgetMin={one.budgetMin} />
    </div>
  );
  const rows = (
    <>
      {one.plan?.little === true && (
        <p class="muted" data-little>
          {t('planLittle')}
        </p>
      )}
      {one.rows.length === 0 && <p class="muted">{t('planNothing')}</p>}
      <ul class="plan-rows" ref={list}>
        {one.rows.map((row) =>
          row.kind === 'item' ? (
            <ItemRows key={row.item.id} item={row.item} today={today} of={props} />
          ) : row.kind === 'logged' ? (
            <LoggedRow key={row.entry.id} entry={row.entry} takeBack={actions.takeBack} />
          ) : (
            <SessionRow key={`${row.anchor.kind} ${row.atMs}`} anchor={row.anchor} />
          ),
        )}
      </ul>
      <OptionalItems
        items={one.optional}
        open={one.optional.some(({ id }) => runs(id))}
        row={(item) => <ItemRows key={item.id} item={item} today={today} short of={props} />}
      />
    </>
  );
  if (today) {
    return (
      <section class="card stack plan-day" data-day={one.day}>
        {head}
        {rows}
      </section>
    );
  }
  return (
    <details class="card plan-day" data-day={one.day} open={unfolded}>
      <summary>{head}</summary>
      {rows}
    </details>
  );
}

function Budget({ usedMin, budgetMin }: Pick<TimelineDay, 'usedMin' | 'budgetMin'>) {
  const share = budgetMin === 0 ? 0 : Math.min(1, usedMin / budgetMin);
  return (
    <div class="plan-budget" role="img" aria-label={t('planUsedLabel', number(usedMin), number(budgetMin))}>
      <small>{t('planUsed', number(usedMin), number(budgetMin))}</small>
      <span class="meter">
        <i style={{ width: `${100 * share}%` }} />
      </span>
    </div>
  );
}

interface ItemRowsProps {
  readonly item: PlanItem;
  readonly today: boolean;
  /** Without the slider of its window. */
  readonly short?: boolean;
  readonly of: DayCardProps;
}

/** An item, and its open device session below it. */
function ItemRows({ item, today, short = false, of }: ItemRowsProps) {
  const { nowMs, actions, devices, sessions, owned, wanted, opened, open } = of;
  // A running session stays visible with its Stop, even if the plan would now choose another device.
  const own = itemSessions(sessions.deviceSessions).find(({ itemId }) => itemId === item.id);
  const id = own?.deviceId ?? item.device;
  const device = id === null ? null : devices.controlled(id);
  const isOpen = own !== undefined || opened === item.id;
  const show = (shown: boolean) => {
    if (!shown) own?.session.dismiss();
    open(shown ? item.id : null);
  };
  return (
    <>
      <PlanRow
        item={item}
        nowMs={nowMs}
        actions={actions}
        today={today}
        diet={findDiet(of.now.settings)}
        wanted={item.id === wanted}
        short={short}
        start={<StartWays item={item} devices={devices} owned={owned} open={isOpen} show={show} />}
      />
      {isOpen && device !== null && (own !== undefined || devices.linked(device.id)) && (
        <li class="plan-session">
          <DeviceSession device={device} sessions={sessions} planned={item} />
        </li>
      )}
    </>
  );
}
