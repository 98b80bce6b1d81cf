import { useRef, useState } from 'preact/hooks';
import type { Controlled } from '../../../lib/devices/links/controlled';
import type { SessionRunner } from '../../../lib/devices/session/runner';
import { type SessionParts, startSession } from '../../../lib/devices/session/start-session';
import { t } from '../../../lib/i18n';
import type { PlanItem } from '../../../lib/planner';
import { Notice } from '../../Notice';
import { SessionRunning } from '../../session/SessionRunning';
import { SessionSetUp } from '../../session/SessionSetUp';

interface DeviceSessionProps {
  readonly device: Controlled;
  readonly sessions: SessionParts;
  /** The item of the plan that the session is for. */
  readonly planned?: PlanItem | null;
}

/** The session of one device: its set-up, or the running session. */
export function DeviceSession({ device, sessions, planned = null }: DeviceSessionProps) {
  const session = sessions.deviceSessions.sessions.value.get(device.id) ?? null;
  const [refused, setRefused] = useState(false);
  /** Started here. */
  const started = useRef<SessionRunner | null>(null);
  // How a session ended is shown where it was started, not under another item of the plan.
  const here = planned === null || session?.plan.item === planned.id;
  if (session !== null && (session.live || (here && session.view.end.value !== null && !session.view.dismissed.value))) {
    return (
      <SessionRunning
        id={device.id}
        session={session}
        guard={sessions.guards.get(session) ?? null}
        capabilities={device.driver.capabilities.value}
        name={device.name ?? device.id}
        focusStop={session === started.current}
        saysOff={() => sessions.deviceSessions.saidOff(device.id)}
        done={() => session.dismiss()}
      />
    );
  }
  // The bar on every screen asks about it. Nothing starts before that is answered.
  if (sessions.deviceSessions.marks.all.value.has(device.id)) return null;
  return (
    <>
      {refused && <Notice kind="warn" what={t('sessionNotStarted')} todo={t('sessionNotStartedTodo')} live />}
      <SessionSetUp
        // What a device can do is known once it is connected: a choice made for something else would not be sent.
        key={JSON.stringify(device.driver.capabilities.value.zones)}
        db={sessions.db}
        device={device}
        sessions={sessions}
        planned={planned}
        start={(plan, click, conditions, pace) => {
          const ok = startSession(sessions, device, plan, click, conditions, pace);
          if (ok) started.current = sessions.deviceSessions.sessions.value.get(device.id) ?? null;
          setRefused(!ok);
        }}
      />
    </>
  );
}
