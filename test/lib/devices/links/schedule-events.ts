import fc from 'fast-check';
import { Click } from '../../../../lib/devices/safety/click';
import { DEVICES, type DeviceId } from '../../../soak/faults/cells';
import type { Surfaces } from '../../../soak/faults/surfaces';
import { type DeviceRig, deviceRig, type RigWorld } from '../../../support/device-rig';
import { makePlan } from '../session/set-up';
import { type Person, STEP_S, STEPS } from './schedule-person';

export const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ pass: fc.integer({ min: 1, max: 90 }) }) },
  // A link that is gone for so long is not restored by itself.
  { weight: 2, arbitrary: fc.constant({ pass: 130 }) },
  { weight: 5, arbitrary: fc.constantFrom('start', 'stop', 'stop-all', 'stop-elsewhere') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('lose', 'regain', 'disconnect', 'connect', 'pause', 'resume', 'skip', 'crash', 'is-off', 'hang', 'fail'),
  },
  fc.constantFrom('lower', 'raise', 'raise-by-script', 'kill-worker', 'attack'),
  fc.record({ setClock: fc.constantFrom(-3_600_000, 90_000, 8 * 3_600_000) }),
);
export type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

export interface Scene {
  readonly device: DeviceId;
  readonly world: RigWorld;
  readonly surfaces: Surfaces;
  readonly person: Person;
  app: DeviceRig;
}

function makePlanFor(device: DeviceId) {
  const steps = STEPS[device].map((levels) => ({ levels: { ...levels }, seconds: STEP_S }));
  return { ...makePlan(...steps), modality: DEVICES[device].modality };
}

/** Lets it happen, and tells the person what they tapped. */
export async function happen(what: Event, scene: Scene): Promise<void> {
  const { device, world, surfaces, person, app } = scene;
  const { zone, level } = DEVICES[device].reduced;
  const nowMs = () => world.clock.now();
  const click = () => Click.of({ isTrusted: true }, world.appClock.now());
  const press = (work: Promise<unknown>) => {
    person.stopped(nowMs());
    work.catch(() => {});
  };
  if (typeof what === 'object') {
    if ('pass' in what) return app.pass(what.pass);
    world.setClock(what.setClock);
    return person.setClock(what.setClock);
  }
  switch (what) {
    case 'start':
      if (app.start(makePlanFor(device))) person.started(nowMs());
      break;
    case 'stop':
      press(app.registry.stop(app.id));
      break;
    case 'stop-all':
      press(app.registry.stopAll());
      break;
    case 'stop-elsewhere':
      press(surfaces.stopAll());
      break;
    case 'kill-worker':
      surfaces.killWorker();
      break;
    case 'attack':
      await surfaces.attack();
      break;
    case 'lose':
      world.radio.setInReach(app.id, false);
      person.lostLink(nowMs());
      break;
    case 'regain':
      world.radio.setInReach(app.id, true);
      person.foundLink(nowMs());
      break;
    case 'disconnect':
      app.registry.disconnect(app.id);
      person.stopped(nowMs());
      break;
    case 'connect':
      await app.registry.connect(app.id, true);
      break;
    case 'pause':
      if (app.session()?.pause()) person.paused(nowMs());
      break;
    case 'resume': {
      const tap = click();
      if (tap !== null && app.session()?.resume(tap)) person.resumed();
      break;
    }
    case 'skip': {
      const tap = click();
      if (tap !== null && app.session()?.skip(tap)) person.skipped();
      break;
    }
    case 'lower':
      if (app.session()?.setLevel(zone, level, null)) person.reduced(zone, level, nowMs());
      break;
    case 'raise': {
      const by = DEVICES[device].step;
      if (app.session()?.stepLevel(zone, by, click())) person.raised(zone, by);
      break;
    }
    case 'raise-by-script':
      app.session()?.stepLevel(zone, DEVICES[device].step, null);
      break;
    case 'is-off':
      if (app.session()?.live && app.registry.isOff(app.id) === 'accepted') person.stopped(nowMs());
      break;
    case 'hang':
      world.next.write = 'hangs';
      break;
    case 'fail':
      world.next.write = 'fails';
      break;
    case 'crash':
      world.radio.setInReach(app.id, false);
      person.lostLink(nowMs());
      app.close();
      await app.pass(1);
      person.lostTab();
      scene.app = await deviceRig(world);
      return;
  }
  await app.pass(0.2);
}
