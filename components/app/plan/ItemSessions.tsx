import { MODALITIES } from '../../../lib/catalogue';
import { itemSessions } from '../../../lib/devices/item-sessions';
import type { DeviceRegistry } from '../../../lib/devices/registry';
import type { SessionParts } from '../../../lib/devices/start-session';
import { modalityText } from '../../../lib/i18n/words/modality-words';
import type { PlanItem } from '../../../lib/planner';
import { SessionRunning } from '../../session/SessionRunning';

interface ItemSessionsProps {
  readonly items: readonly PlanItem[];
  readonly devices: DeviceRegistry;
  readonly sessions: SessionParts;
}

/**
 * Sessions whose item is in the plan no more: ticked off because the session is over, or past its window while it runs. What runs keeps its
 * Stop in sight, and what is over says how it ended.
 */
export function ItemSessions({ items, devices, sessions }: ItemSessionsProps) {
  const left = itemSessions(sessions.deviceSessions).filter(({ itemId }) => !items.some(({ id }) => id === itemId));
  return (
    <>
      {left.map(({ deviceId, session }) => {
        const modality = MODALITIES.find((one) => one === session.plan.modality);
        const device = devices.controlled(deviceId);
        return (
          device !== null && (
            <section key={deviceId} class="card stack plan-session">
              {modality !== undefined && <h2>{modalityText(modality)}</h2>}
              <SessionRunning
                session={session}
                guard={sessions.guards.get(session) ?? null}
                capabilities={device.driver.capabilities.value}
                done={() => session.dismiss()}
              />
            </section>
          )
        );
      })}
    </>
  );
}
