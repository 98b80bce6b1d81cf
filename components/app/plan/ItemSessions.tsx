import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { itemSessions } from '../../../lib/devices/session/item-sessions';
import type { SessionParts } from '../../../lib/devices/session/start-session';
import { sessionName } from '../../../lib/i18n/words/session-words';
import type { PlanItem } from '../../../lib/planner';
import { SessionRunning } from '../../session/SessionRunning';

interface ItemSessionsProps {
  readonly items: readonly PlanItem[];
  readonly devices: DeviceRegistry;
  readonly sessions: SessionParts;
}

/**
 * Sessions whose item is no longer in the plan: ticked off because the session is over, or past its window while it runs. A running session
 * keeps its Stop visible, and a finished one shows how it ended.
 */
export function ItemSessions({ items, devices, sessions }: ItemSessionsProps) {
  const left = itemSessions(sessions.deviceSessions).filter(({ itemId }) => !items.some(({ id }) => id === itemId));
  return (
    <>
      {left.map(({ deviceId, session }) => {
        const device = devices.controlled(deviceId);
        return (
          device !== null && (
            <section key={deviceId} class="card stack plan-session">
              <h2>{sessionName(session.plan)}</h2>
              <SessionRunning
                id={deviceId}
                session={session}
                guard={sessions.guards.get(session) ?? null}
                capabilities={device.driver.capabilities.value}
                name={device.name ?? device.id}
                saysOff={() => sessions.deviceSessions.saidOff(deviceId)}
                done={() => session.dismiss()}
              />
            </section>
          )
        );
      })}
    </>
  );
}
