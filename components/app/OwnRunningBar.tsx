import { useEffect, useState } from 'preact/hooks';
import type { DeviceRegistry } from '../../lib/devices/links/registry';
import { carryOut } from '../../lib/devices/remote/carry-out';
import { toDeviceStates } from '../../lib/devices/remote/device-state';
import type { EmergencyStop } from '../../lib/devices/remote/emergency-stop';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import type { SafeCommand } from '../../lib/devices/remote/schema';
import type { SessionParts } from '../../lib/devices/session/start-session';
import { outcomeWords } from '../../lib/devices/words';
import { t } from '../../lib/i18n';
import { Notice } from '../Notice';
import { RunningBar } from '../running/RunningBar';

interface OwnRunningBarProps {
  readonly devices: DeviceRegistry;
  readonly sessions: SessionParts;
  readonly emergency: EmergencyStop;
}

/** The same in the tab that owns Bluetooth: it needs neither the background nor the database. */
export function OwnRunningBar({ devices, sessions, emergency }: OwnRunningBarProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const states = toDeviceStates(devices, sessions.deviceSessions, () => sessions.clock.now());
  const nothing = !states.some(mayBeRunning);
  // What was said of a stop that had not arrived no longer holds.
  useEffect(() => {
    if (!nothing) return;
    setProblem(null);
    emergency.arrived();
  }, [nothing]);
  const send = (command: SafeCommand, id: string) => {
    setProblem(null);
    const left = states.some((device) => device.id === id && device.leftRunning !== null);
    // This is a click in the app: here the browser may show its chooser.
    const work = command === 'stop' && left ? devices.stop(id, true) : carryOut(devices, sessions, { command, id });
    work.then(
      (outcome) => setProblem(outcomeWords(outcome)),
      (error: unknown) => {
        console.error(command, error);
        setProblem(outcomeWords('failed'));
      },
    );
  };
  return (
    <>
      <RunningBar states={states} send={send} nowMs={() => sessions.clock.now()} stopsOnEscape />
      {problem !== null && <Notice kind="warn" what={problem} live />}
      {sessions.deviceSessions.marks.unsaved.value && states.some(({ session }) => session !== null) && (
        <Notice kind="warn" what={t('marksUnsaved')} />
      )}
    </>
  );
}
