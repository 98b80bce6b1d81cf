import { heldClock } from '../../../lib/core/clock';
import { type Journal, Person } from './person';
import { makeRandom } from './random';
import { watchedClock } from './watched-clock';

/** Longer than the longest pause, a connect, a chooser and a set-up that hang one after the other, three times over. */
const CALM_MS = 200_000;
const STEP_MS = 2000;
/** Longer than any wait of `leave`. */
const LEAVING_MS = 3000;

/**
 * One session: one to three people at once, on one clock. The same seed gives the same session. `ends` is the state of everybody once there
 * were no more faults; or, where everything was closed midway, at that moment.
 */
export async function session(
  seed: number,
  journal: Journal,
): Promise<{ readonly heard: number; readonly asked: number; readonly ends: string[] }> {
  const random = makeRandom(seed, 70);
  const clock = watchedClock(heldClock(0));
  const stamped: Journal = { ...journal, happened: (what) => journal.happened(`${clock.now()} ${what}`) };
  const people = Array.from({ length: random.integer(1, 3) }, (_, i) => new Person(clock, makeRandom(seed, 71 + i), stamped));
  for (const person of people) if (random.chance(0.9)) person.act('choose');
  for (let acts = random.integer(5, 30); acts > 0; acts--) {
    const waits = random.uniform();
    if (waits > 0.95) await clock.advance(random.integer(5000, 40_000));
    else if (waits > 0.7) await clock.advance(random.integer(200, 5000));
    else if (waits > 0.3) await clock.advance(random.integer(0, 200));
    people[random.integer(0, people.length - 1)]?.actAtRandom();
  }

  for (const person of people) if (person.state === 'idle') person.act('choose');

  const calm = random.chance(0.7);
  if (calm) {
    for (const person of people) person.calm();
    for (let ms = 0; ms < CALM_MS && !people.every((person) => person.settled); ms += STEP_MS) await clock.advance(STEP_MS);
    await clock.advance(STEP_MS);
    let linked = 0;
    for (const person of people) {
      person.check('calm');
      linked += await person.linked();
    }
    // A link that is up waits only for its next packet.
    if (clock.pending > linked) journal.wrong(`calm: ${clock.pending} timers, ${linked} links`);
    if (linked !== people.filter(({ state }) => state === 'ready').length) journal.wrong(`calm: ${linked} links`);
  }
  let ends = calm ? people.map(({ state }) => state) : null;
  const leaving = random.chance(0.3);
  for (const person of people) {
    person.still();
    person.act(leaving ? 'leave' : 'close');
  }
  // A person still at a chooser has to leave it: its promise is the browser's, not ours.
  for (const person of people) person.calm();
  await clock.advance(leaving ? LEAVING_MS : 0);
  for (const person of people) {
    person.check('closed');
    if (person.state !== 'closed') journal.wrong(`closed: ${person.state}`);
    if ((await person.linked()) > 0) journal.wrong('closed: a device is connected');
    person.end();
  }
  ends ??= people.map(({ state }) => state);
  if (clock.pending > 0) journal.wrong(`closed: ${clock.pending} timers`);
  const sum = (of: (person: Person) => number) => people.reduce((total, person) => total + of(person), 0);
  return { heard: sum(({ heard }) => heard), asked: sum(({ asked }) => asked), ends };
}
