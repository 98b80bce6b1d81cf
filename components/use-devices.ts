import { useEffect, useState } from 'preact/hooks';
import { ask } from '../lib/browser/messages';
import type { DetailedState } from '../lib/devices/remote/device-state';
import { watchDeviceStates } from '../lib/devices/remote/follow-states';
import type { CommandOutcome, DeviceCommand } from '../lib/devices/remote/schema';
import { outcomeWords } from '../lib/devices/words';

/** The devices of the app tab; without an app tab, those that an earlier one left running. */
export function useDeviceStates(): readonly DetailedState[] {
  const [states, setStates] = useState<readonly DetailedState[]>([]);
  useEffect(() => watchDeviceStates(setStates), []);
  return states;
}

interface DeviceCommands {
  /** Why the last command failed, as text; null when it did not. */
  readonly problem: string | null;
  /** How it went. Never rejects. */
  send(command: DeviceCommand['command'], id: string): Promise<CommandOutcome>;
}

export function useDeviceCommands(): DeviceCommands {
  const [problem, setProblem] = useState<string | null>(null);
  return {
    problem,
    async send(command, id) {
      setProblem(null);
      const outcome = await ask('device-command', { command, id }).catch(() => 'failed' as const);
      setProblem(outcomeWords(outcome));
      return outcome;
    },
  };
}
