import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DeviceRig, deviceRig, type RigWorld, rigWorld } from '../../../support/device-rig';
import { soakRuns } from '../../../support/soak-runs';
import { makePlan } from '../session/set-up';

/** Anything that can happen to a bed without a timer of its own, in any order. `npm run soak -- schedules` tries more. */

const PLAN = {
  ...makePlan({ levels: { head: 3, foot: 2 }, seconds: 600 }, { levels: { head: 5, foot: 5 }, seconds: 600 }),
  modality: 'bed-massage',
};
/** A command that was on its way may still arrive; the stop that follows it ends it. */
const ON_ITS_WAY_MS = 2500;

const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ pass: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 3, arbitrary: fc.constantFrom('start', 'stop', 'stop-all') },
  fc.constantFrom('lose', 'regain', 'disconnect', 'connect', 'pause', 'skip', 'crash', 'is-off', 'hang', 'fail'),
  fc.record({ setClock: fc.constantFrom(-3_600_000, 90_000) }),
);
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

/** What a person did last, by the device's time. */
interface Person {
  startedAtMs: number | null;
  stoppedAtMs: number | null;
}

async function happen(what: Event, world: RigWorld, app: DeviceRig, person: Person): Promise<DeviceRig> {
  const press = (work: Promise<unknown>) => {
    person.stoppedAtMs = world.clock.now();
    work.catch(() => {});
  };
  if (typeof what === 'object') {
    if ('pass' in what) await app.pass(what.pass);
    else world.setClock(what.setClock);
    return app;
  }
  switch (what) {
    case 'start':
      if (app.start(PLAN)) Object.assign(person, { startedAtMs: world.clock.now(), stoppedAtMs: null });
      break;
    case 'stop':
      press(app.registry.stop(app.id));
      break;
    case 'stop-all':
      press(app.registry.stopAll());
      break;
    case 'lose':
      world.radio.setInReach(app.id, false);
      break;
    case 'regain':
      world.radio.setInReach(app.id, true);
      break;
    case 'disconnect':
      app.registry.disconnect(app.id);
      person.stoppedAtMs ??= world.clock.now();
      break;
    case 'connect':
      await app.registry.connect(app.id, true);
      break;
    case 'pause':
      app.session()?.pause();
      break;
    case 'skip':
      app.session()?.skip();
      break;
    case 'is-off':
      app.registry.isOff(app.id);
      break;
    case 'hang':
      world.next.write = 'hangs';
      break;
    case 'fail':
      world.next.write = 'fails';
      break;
    case 'crash': {
      world.radio.setInReach(app.id, false);
      app.close();
      await app.pass(1);
      // The next tab has started nothing.
      Object.assign(person, { startedAtMs: null, stoppedAtMs: null });
      return deviceRig(world);
    }
  }
  await app.pass(0.2);
  return app;
}

describe('whatever happens', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('a bed moves by a start alone: not by connecting, and not after a stop until the next start; and it can be stopped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 20 }), async (events) => {
        const world = rigWorld('jensen-bed');
        let app = await deviceRig(world);
        const person: Person = { startedAtMs: null, stoppedAtMs: null };
        const wrong: string[] = [];
        let seen = 0;
        const check = (after: Event | 'pair') => {
          for (const { meaning, atMs } of world.model.accepted.slice(seen)) {
            const moves = meaning.startsWith('massage') && meaning !== 'massage head 0 foot 0';
            const { startedAtMs, stoppedAtMs } = person;
            const asked = startedAtMs !== null && (stoppedAtMs === null || atMs - stoppedAtMs <= ON_ITS_WAY_MS);
            if (moves && !asked) wrong.push(`${meaning} after ${JSON.stringify(after)}`);
          }
          seen = world.model.accepted.length;
        };
        try {
          await app.passing(app.pair());
          check('pair');
          for (const what of events) {
            app = await happen(what, world, app, person);
            check(what);
          }
          // In the end everything works again, and the person stops it.
          world.next.write = null;
          world.radio.setInReach(app.id, true);
          await app.pass(40);
          if (!app.registry.linked(app.id)) {
            await app.registry.connect(app.id, true);
            if (!app.registry.linked(app.id)) await app.passing(app.pair());
            await app.pass(20);
          }
          const stopping = app.registry.stopAll();
          await app.pass(60);
          await app.passing(stopping);
          if (app.runs()) wrong.push('it could not be stopped');
          await app.pass(60);
          if (app.runs()) wrong.push('it moved again');
          expect(wrong).toEqual([]);
        } finally {
          app.close();
          world.db.close();
        }
      }),
      { numRuns: soakRuns(30) },
    );
  }, 600_000);
});
