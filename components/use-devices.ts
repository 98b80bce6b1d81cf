import { useEffect, useState } from 'preact/hooks';
import { orderDevice } from '../lib/browser/order-device';
import type { DetailedState } from '../lib/devices/remote/device-state';
import { watchDeviceStates } from '../lib/devices/remote/follow-states';
import type { TimerState } from '../lib/devices/remote/host-timer';
import { watchRunning } from '../lib/devices/remote/running';
import type { CommandOutcome, DeviceCommand, MovingCommand, SafeCommand } from '../lib/devices/remote/schema';
import { type ClickEvent, findClickAge } from '../lib/devices/safety/click';
import { outcomeWords } from '../lib/devices/words';

/** The devices of the app tab; without an app tab, those that an earlier one left running. */
export function useDeviceStates(): readonly DetailedState[] {
  const [states, setStates] = useState<readonly DetailedState[]>([]);
  useEffect(() => watchDeviceStates(setStates), []);
  return states;
}

interface Running {
  readonly devices: readonly DetailedState[];
  readonly timers: readonly TimerState[];
}

/** The same devices, with the timers that run in the app tab. */
export function useRunning(): Running {
  const [running, setRunning] = useState<Running>({ devices: [], timers: [] });
  useEffect(() => watchRunning((devices, timers) => setRunning({ devices, timers })), []);
  return running;
}

interface DeviceCommands {
  /** Why the last command failed, as text; null when it did not. */
  readonly problem: string | null;
  /** How it went. Never rejects. */
  send(command: SafeCommand, id: string): Promise<CommandOutcome>;
  /** What may move a device counts only with the click for it, and for a few seconds. Never rejects. */
  move(command: MovingCommand, id: string, event: ClickEvent): Promise<CommandOutcome>;
}

export function useDeviceCommands(): DeviceCommands {
  const [problem, setProblem] = useState<string | null>(null);
  const ordered = async (command: DeviceCommand) => {
    setProblem(null);
    const outcome = await orderDevice(command);
    setProblem(outcomeWords(outcome));
    return outcome;
  };
  return {
    problem,
    send: (command, id) => ordered({ command, id }),
    move(command, id, event) {
      const ageMs = findClickAge(event);
      return ordered({ command, id, ...(ageMs === null ? {} : { clickedAtMs: Date.now() - ageMs }) });
    },
  };
}
