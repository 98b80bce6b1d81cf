import { isLinked } from '../links/live-device';
import type { DetailedState } from './device-state';
import type { RunningThing, WhatRuns } from './emergency-stop';
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

/** What Escape stops. */
export function listRunning(devices: readonly DetailedState[], timers: readonly TimerState[]): WhatRuns {
  const things = timers.map(({ id, name }): RunningThing => ({ id, name, own: null, linked: true }));
  const isDevice = ({ id }: RunningThing) => timers.some((timer) => timer.id === id && DEVICE_TIMERS.has(timer.id));
  return {
    devices: [...devices.filter(mayBeRunning).map(toThing), ...things.filter(isDevice)],
    timers: things.filter((thing) => !isDevice(thing)),
  };
}

function toThing({ id, name, state, session, unrest }: DetailedState): RunningThing {
  const linked = isLinked(state);
  const doing = unrest !== null ? 'not-stopped' : session?.doing;
  const own = doing === 'not-stopped' || doing === 'stopping' ? doing : doing === 'stop-waits' ? 'stop-pending' : null;
  return { id, name: name ?? id, own, linked };
}
