import { useEffect, useState } from 'preact/hooks';
import { type CommandParts, carryOut } from '../../lib/devices/remote/carry-out';
import { toDeviceStates } from '../../lib/devices/remote/device-state';
import { toTimerStates } from '../../lib/devices/remote/host-timer';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import type { SafeCommand } from '../../lib/devices/remote/schema';
import { outcomeWords } from '../../lib/devices/words';
import { t } from '../../lib/i18n';
import { Notice } from '../Notice';
import { RunningBar } from '../running/RunningBar';

/** The same in the tab that owns Bluetooth: it needs neither the background nor the database. */
export function OwnRunningBar({ parts }: { readonly parts: CommandParts }) {
  const { devices, sessions } = parts;
  const [problem, setProblem] = useState<string | null>(null);
  const nowMs = () => sessions.clock.now();
  const states = toDeviceStates(devices, sessions.deviceSessions, nowMs);
  const timers = toTimerStates(parts.timers, nowMs);
  const nothing = timers.length === 0 && !states.some(mayBeRunning);
  // What was said of a stop that had not arrived no longer holds.
  useEffect(() => {
    if (!nothing) return;
    setProblem(null);
  }, [nothing]);
  const send = (command: SafeCommand, id: string) => {
    setProblem(null);
    const left = states.some((device) => device.id === id && device.leftRunning !== null);
    // This is a click in the app: here the browser may show its chooser.
    const work = command === 'stop' && left ? devices.stop(id, true) : carryOut(parts, { command, id });
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
      <RunningBar states={states} timers={timers} send={send} nowMs={nowMs} stopsOnEscape links />
      {problem !== null && <Notice kind="warn" what={problem} live />}
      {sessions.deviceSessions.marks.unsaved.value && states.some(({ session }) => session !== null) && (
        <Notice kind="warn" what={t('marksUnsaved')} />
      )}
    </>
  );
}
