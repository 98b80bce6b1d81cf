import { type DeviceRig, deviceRig, type RigWorld } from '../../support/device-rig';
import type { Phase } from './cells';

/** Brings app and device into a phase. Returns the app tab, which may be another one than before. */
export async function enter(phase: Phase, world: RigWorld, app: DeviceRig, plan: Parameters<DeviceRig['start']>[0]): Promise<DeviceRig> {
  if (phase === 'choosing') world.chooser.waits();
  if (phase === 'connecting') world.next.connect = 'hangs';
  const paired = app.pair();
  if (phase === 'choosing' || phase === 'connecting' || phase === 'set-up') {
    await app.pass(0.015);
    return app;
  }
  await app.passing(paired);
  if (!app.start(plan)) throw new Error('the session does not start');
  await app.pass(phase === 'start' ? 0.05 : 20);
  switch (phase) {
    case 'paused':
      app.session()?.pause();
      await app.pass(1);
      break;
    case 'stopping':
      void app.registry.stopAll();
      break;
    case 'lost':
    case 'reconnecting':
      world.radio.setInReach(app.id, false);
      await app.pass(phase === 'lost' ? 2 : 0.3);
      if (phase === 'reconnecting') world.radio.setInReach(app.id, true);
      await app.pass(0.2);
      break;
    case 'app-closed':
      app.close(app.deviceSessions.leave());
      await app.pass(1);
      return openAgain(world);
    case 'app-reopened':
      return crash(world, app);
  }
  return app;
}

/** Without a word: the link is lost, and the next tab finds what is stored. */
export async function crash(world: RigWorld, app: DeviceRig): Promise<DeviceRig> {
  world.radio.setInReach(app.id, false);
  app.close();
  await app.pass(1);
  world.radio.setInReach(app.id, true);
  return openAgain(world);
}

/** The next tab, in which the person connects the device again. */
async function openAgain(world: RigWorld): Promise<DeviceRig> {
  const app = await deviceRig(world);
  const pairing = app.pair();
  await app.pass(2);
  pairing.catch(() => {});
  return app;
}
