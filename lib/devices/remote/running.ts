import type { DetailedState } from './device-state';
import type { RunningNames } from './emergency-stop';
import { watchDeviceStates } from './follow-states';
import { DEVICE_TIMERS, type TimerState, timerStates } from './host-timer';
import { mayBeRunning } from './may-be-running';

/** The devices of the app tab and the timers that run there, now and at each change. Returns what ends the watching. */
export function watchRunning(listener: (devices: readonly DetailedState[], timers: readonly TimerState[]) => void): () => void {
  let devices: readonly DetailedState[] = [];
  let timers: readonly TimerState[] = [];
  const tell = () => listener(devices, timers);
  const ends = [
    watchDeviceStates((states) => {
      devices = states;
      tell();
    }),
    timerStates.watch((states) => {
      timers = states ?? [];
      tell();
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** What Escape stops, by name. */
export function listRunningNames(devices: readonly DetailedState[], timers: readonly TimerState[]): RunningNames {
  return {
    devices: [
      ...devices.filter(mayBeRunning).map(({ id, name }) => name ?? id),
      ...timers.filter(({ id }) => DEVICE_TIMERS.has(id)).map(({ name }) => name),
    ],
    timers: timers.filter(({ id }) => !DEVICE_TIMERS.has(id)).map(({ name }) => name),
  };
}
