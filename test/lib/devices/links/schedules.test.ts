import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryMarks } from '../../../../lib/devices/marks/mark-store';
import { DEVICES, type DeviceId } from '../../../soak/faults/cells';
import { lyingModel } from '../../../soak/faults/lying-model';
import { openSurfaces } from '../../../soak/faults/surfaces';
import { deviceRig, rigWorld } from '../../../support/device-rig';
import { soakRuns } from '../../../support/soak-runs';
import { event, happen, type Scene } from './schedule-events';
import { Person } from './schedule-person';

/**
 * Anything that can happen to a bed without a timer of its own, or to a BedJet with one, in any order. `npm run soak -- schedules` tries
 * more.
 */
const device = fc.constantFrom(...(Object.keys(DEVICES) as DeviceId[]));

describe('whatever happens', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('connecting writes nothing but the set-up, nothing but stops follows a stop, no level rises without a tap, and a stop ends it', async () => {
    await fc.assert(
      fc.asyncProperty(device, fc.array(event, { minLength: 3, maxLength: 20 }), async (kind, events) => {
        const model = lyingModel(kind);
        const world = rigWorld(kind, memoryMarks(), undefined, model);
        const person = new Person(kind);
        const app = await deviceRig(world);
        const scene: Scene = { device: kind, world, person, app, surfaces: openSurfaces(world, () => scene.app) };
        const wrong: string[] = [];
        let seen = 0;
        const check = (after: unknown) => {
          for (const frame of model.arrived.slice(seen)) {
            const objection = person.objects(frame);
            if (objection !== null) wrong.push(`${objection}: ${JSON.stringify(after)}`);
          }
          seen = model.arrived.length;
        };
        try {
          await scene.app.passing(scene.app.pair());
          check('pair');
          for (const what of events) {
            await happen(what, scene);
            check(what);
          }
          // In the end everything works again, and the person stops it.
          world.next.write = null;
          world.radio.setInReach(scene.app.id, true);
          person.foundLink(world.clock.now());
          await scene.app.pass(40);
          if (!scene.app.registry.linked(scene.app.id)) {
            await scene.app.registry.connect(scene.app.id, true);
            if (!scene.app.registry.linked(scene.app.id)) await scene.app.passing(scene.app.pair());
            await scene.app.pass(20);
          }
          check('everything works again');
          const stopping = scene.app.registry.stopAll();
          person.stopped(world.clock.now());
          await scene.app.pass(60);
          await scene.app.passing(stopping);
          if (scene.app.runs()) wrong.push('it could not be stopped');
          await scene.app.pass(60);
          if (scene.app.runs()) wrong.push('it moved again');
          check('the last stop');
          wrong.push(...scene.surfaces.obeyed);
          expect(wrong).toEqual([]);
        } finally {
          scene.surfaces.close();
          scene.app.close();
          world.db.close();
        }
      }),
      { numRuns: soakRuns(30) },
    );
  }, 6_000_000);
});
