import { toDay } from '../../core/day';
import { readSessionConditions } from '../links/controlled';
import type { DeviceRegistry } from '../links/registry';
import { findBlocks } from '../safety/clearance';
import { Click } from '../safety/click';
import { computeLimits } from '../safety/limits';
import type { SessionConditions } from '../session/runner-parts';
import { type SessionParts, startSession } from '../session/start-session';
import { findFaults } from '../session/validate';
import type { CommandOutcome, DeviceCommand } from './schema';

/**
 * Carries out in the app tab what another surface requested. It opens no chooser, because browsers require a click in this page for that.
 */
export async function carryOut(devices: DeviceRegistry, sessions: SessionParts, { command, id }: DeviceCommand): Promise<CommandOutcome> {
  const session = sessions.deviceSessions.sessions.value.get(id);
  switch (command) {
    case 'connect':
      await devices.ready;
      return devices.connect(id, false);
    case 'disconnect':
      return devices.disconnect(id);
    case 'stop':
      return devices.stop(id);
    case 'stop-all':
      return devices.stopAll();
    case 'is-off':
      return devices.isOff(id);
    case 'start':
      return startAgain(devices, sessions, id);
    case 'pause':
      if (session === undefined) return 'unknown-device';
      return session.pause() ? 'accepted' : 'failed';
    case 'skip':
      if (session === undefined) return 'unknown-device';
      return session.skip() ? 'accepted' : 'failed';
    case 'resume':
      if (session === undefined) return 'unknown-device';
      return session.resume(Click.from('popup', sessions.clock.now())) ? 'accepted' : 'needs-app';
  }
}

/** Repeats this tab's last session on this device, unless something must be answered first. */
async function startAgain(devices: DeviceRegistry, sessions: SessionParts, id: string): Promise<CommandOutcome> {
  const last = sessions.deviceSessions.sessions.value.get(id);
  const device = devices.controlled(id);
  if (last === undefined || device === null) return 'needs-app';
  if (last.live) return 'busy';
  // A walk under a heart-rate cap needs its cap and strap checked again in the app.
  if (sessions.guards.has(last)) return 'needs-app';
  const { clock, db } = sessions;
  const click = Click.from('popup', clock.now());
  const nowMs = clock.now();
  const about = await readSessionConditions(db, device.demo ? 'demo' : 'own', toDay(nowMs), nowMs);
  const conditions: SessionConditions = { ...about, oneTap: null, runsOnAcknowledged: false };
  const capabilities = device.driver.capabilities.value;
  const faults = findFaults(last.plan, capabilities, computeLimits(capabilities));
  const blocks = findBlocks({ ...conditions, kind: device.driverKind, capabilities, plan: last.plan, faults, nowMs });
  if (blocks.length > 0 || !device.connected.value) return 'needs-app';
  return startSession(sessions, device, last.plan, click, conditions) ? 'accepted' : 'failed';
}
