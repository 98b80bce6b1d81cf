import { readSessionConditions } from '../links/controlled';
import type { DeviceRegistry } from '../links/registry';
import { findBlocks } from '../safety/clearance';
import { CLICK_HOLDS_MS, Click } from '../safety/click';
import { computeLimits } from '../safety/limits';
import { hasUnreadFault } from '../session/device-sessions';
import type { SessionConditions } from '../session/runner-parts';
import { type SessionParts, startSession } from '../session/start-session';
import { findFaults } from '../session/validate';
import { type HostTimer, stopTimers } from './host-timer';
import { type CommandOutcome, type DeviceCommand, MOVING } from './schema';

/** A clock that is adjusted may read a few ms less than at the click. */
const AHEAD_MS = 100;

/** What runs in the app tab, and what can be told to. */
export interface CommandParts {
  readonly devices: DeviceRegistry;
  readonly sessions: SessionParts;
  readonly timers: readonly HostTimer[];
}

/**
 * Carries out in the app tab what another surface requested. It opens no chooser, because browsers require a click in this page for that. A
 * command that may move a device is refused here when its click is too old: the tab may have hung, or just opened. Stops never age.
 * @param wallMs the wall clock by which clicks are dated, epoch ms
 */
export async function carryOut(
  { devices, sessions, timers }: CommandParts,
  { command, id, clickedAtMs }: DeviceCommand,
  wallMs: () => number = Date.now,
): Promise<CommandOutcome> {
  const session = sessions.deviceSessions.sessions.value.get(id);
  const click = MOVING.has(command) ? readClick(clickedAtMs, wallMs(), sessions.clock.now()) : null;
  switch (command) {
    case 'connect':
      await devices.ready;
      return devices.connect(id, false);
    case 'disconnect':
      return devices.disconnect(id);
    case 'stop':
      return timers.some((timer) => timer.id === id) ? stopTimer(timers, id) : devices.stop(id);
    case 'stop-all':
      return stopEverything(devices, timers);
    case 'is-off': {
      const timer = timers.find((one) => one.id === id);
      timer?.saidOff?.();
      return timer === undefined ? devices.isOff(id) : 'accepted';
    }
    case 'start':
      return startAgain(devices, sessions, id, click);
    case 'pause':
      if (session === undefined) return 'unknown-device';
      return session.pause() ? 'accepted' : 'failed';
    case 'skip':
      if (session === undefined) return 'unknown-device';
      if (click === null) return 'too-late';
      return session.skip(click) ? 'accepted' : 'failed';
    case 'resume':
      if (session === undefined) return 'unknown-device';
      if (click === null) return 'too-late';
      return session.resume(click) ? 'accepted' : 'needs-app';
  }
}

/** Everything that runs: devices first, then what no device carries out. Each stop is handed over before this returns. */
export function stopEverything(devices: Pick<DeviceRegistry, 'stopAll'>, timers: readonly HostTimer[]): Promise<CommandOutcome> {
  const stopping = devices.stopAll();
  const told = stopTimers(timers);
  return Promise.all([stopping, told]).then(([outcome, all]) => (all ? outcome : 'failed'));
}

async function stopTimer(timers: readonly HostTimer[], id: string): Promise<CommandOutcome> {
  return (await stopTimers(timers.filter((timer) => timer.id === id))) ? 'accepted' : 'failed';
}

/** Null for a click that is too old, or that is dated ahead: the wall clock was set, and nobody knows how old it is. */
function readClick(clickedAtMs: number | undefined, wallMs: number, nowMs: number): Click | null {
  const ageMs = clickedAtMs === undefined ? Number.NaN : wallMs - clickedAtMs;
  return ageMs >= -AHEAD_MS && ageMs <= CLICK_HOLDS_MS ? Click.from('popup', nowMs - Math.max(0, ageMs)) : null;
}

/** Repeats this tab's last session on this device, unless something must be answered first. */
async function startAgain(devices: DeviceRegistry, sessions: SessionParts, id: string, click: Click | null): Promise<CommandOutcome> {
  const last = sessions.deviceSessions.sessions.value.get(id);
  const device = devices.controlled(id);
  if (last === undefined || device === null) return 'needs-app';
  if (last.live) return 'busy';
  // A walk under a heart-rate cap needs its cap and strap checked again in the app.
  if (sessions.guards.has(last) || hasUnreadFault(last)) return 'needs-app';
  if (click === null) return 'too-late';
  const { clock, db } = sessions;
  const nowMs = clock.now();
  const about = await readSessionConditions(db, device.demo ? 'demo' : 'own', nowMs);
  const conditions: SessionConditions = { ...about, oneTap: null, unasked: device.unasked.value, runsOnAcknowledged: false };
  const capabilities = device.driver.capabilities.value;
  const faults = findFaults(last.plan, capabilities, computeLimits(capabilities));
  const blocks = findBlocks({
    ...conditions,
    kind: device.driverKind,
    capabilities,
    plan: last.plan,
    faults,
    deviceFault: device.driver.telemetry.value.fault ?? null,
    nowMs,
  });
  if (blocks.length > 0 || !device.connected.value) return 'needs-app';
  // The database may have taken its time.
  if (!click.holds(clock.now())) return 'too-late';
  return startSession(sessions, device, last.plan, click, conditions) ? 'accepted' : 'failed';
}
