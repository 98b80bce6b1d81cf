import { useEffect, useState } from 'preact/hooks';
import { isLinked } from '../../lib/devices/links/live-device';
import type { PairingFault } from '../../lib/devices/links/registry';
import { type CommandParts, carryOut } from '../../lib/devices/remote/carry-out';
import { type DetailedState, toDeviceStates } from '../../lib/devices/remote/device-state';
import { toTimerStates } from '../../lib/devices/remote/host-timer';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import type { CommandOutcome, SafeCommand } from '../../lib/devices/remote/schema';
import { deviceAdvice, outcomeWords } from '../../lib/devices/words';
import { t } from '../../lib/i18n';
import { Notice } from '../Notice';
import { RunningBar } from '../running/RunningBar';

/** The same in the tab that owns Bluetooth: it needs neither the background nor the database. */
export function OwnRunningBar({ parts }: { readonly parts: CommandParts }) {
  const { devices, sessions } = parts;
  const [last, setLast] = useState<CommandOutcome>('accepted');
  const nowMs = () => sessions.clock.now();
  const states = toDeviceStates(devices, sessions.deviceSessions, nowMs);
  const timers = toTimerStates(parts.timers, nowMs);
  const nothing = timers.length === 0 && !states.some(mayBeRunning);
  // What was said of a stop that had not arrived no longer holds.
  useEffect(() => {
    if (!nothing) return;
    setLast('accepted');
  }, [nothing]);
  const send = (command: SafeCommand, id: string) => {
    setLast('accepted');
    const left = states.some((device) => device.id === id && device.leftRunning !== null);
    // This is a click in the app: here the browser may show its chooser.
    const work = command === 'stop' && left ? devices.stop(id, true) : carryOut(parts, { command, id });
    work.then(setLast, (error: unknown) => {
      console.error(command, error);
      setLast('failed');
    });
  };
  const fault = last === 'stop-pending' && !states.some(isReached) ? devices.pairingFault.value : null;
  const problem = fault === null ? outcomeWords(last) : unsentWords(fault);
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

/** A device that was left running, and to which there is a link now or soon. */
function isReached({ leftRunning, state }: DetailedState): boolean {
  return leftRunning !== null && isLinked(state);
}

/** Nothing connects any more, so the stop that waited for the link will not be sent. */
function unsentWords({ what, code }: PairingFault): string {
  if (code === 'dismissed') return t('stopNoneChosen');
  const advice = deviceAdvice(what, code);
  return advice === null ? t('stopUnsent') : `${t('stopUnsent')} ${advice.what} ${advice.todo}`;
}
