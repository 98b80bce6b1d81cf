import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BluetoothFault } from '../../../lib/bluetooth/fault';
import { type OperationOptions, OperationQueue, STOP_PATIENCE_MS } from '../../../lib/bluetooth/operation-queue';
import { heldClock } from '../../../lib/core/clock';
import { watchedClock } from '../../soak/bluetooth/watched-clock';
import { faultOf } from '../../support/fault-of';

function set() {
  const clock = heldClock(0);
  const queue = new OperationQueue(clock);
  const started: string[] = [];
  /** An operation that takes `ms` by the clock and gives its name. */
  const taking = (name: string, ms: number, options?: OperationOptions) =>
    queue.run(async () => {
      started.push(name);
      await clock.wait(ms);
      return name;
    }, options);
  return { clock, queue, started, taking };
}

const busy = () => Promise.reject(new BluetoothFault('in-progress'));
const never = () => new Promise<never>(() => {});

describe('one at a time', () => {
  it('in the order asked, each with its own answer', async () => {
    const { clock, queue, started, taking } = set();
    const all = Promise.all([taking('a', 100), taking('b', 100), taking('c', 100)]);
    await clock.advance(150);
    expect([started, queue.size]).toEqual([['a', 'b'], 2]);
    await clock.advance(150);
    expect(await all).toEqual(['a', 'b', 'c']);
    expect(queue.size).toBe(0);
  });

  it('one that fails, or throws before it begins, does not hold the next', async () => {
    const { clock, queue, taking } = set();
    const failing = faultOf(queue.run(() => Promise.reject(new BluetoothFault('not-permitted'))));
    const throwing = faultOf(
      queue.run(() => {
        throw new Error('mine');
      }),
    );
    const next = taking('next', 0);
    await clock.advance(10);
    expect([await failing, await throwing, await next]).toEqual(['not-permitted', 'other', 'next']);
  });

  it('one that hangs is given up after its time, and the next runs', async () => {
    const { clock, queue, taking } = set();
    const hanging = faultOf(queue.run(never, { timeoutMs: 300 }));
    const next = taking('next', 0);
    await clock.advance(299);
    expect(queue.size).toBe(2);
    await clock.advance(2);
    expect([await hanging, await next]).toEqual(['timeout', 'next']);
  });

  it('one without a limit of its own has one all the same', async () => {
    const { clock, queue } = set();
    const hanging = faultOf(queue.run(never));
    await clock.advance(60_000);
    expect([await hanging, queue.size]).toEqual(['timeout', 0]);
  });
});

describe('what overtakes', () => {
  it('a stop goes before all that wait, but not before what runs; stops keep their order', async () => {
    const { clock, started, taking } = set();
    const stop = { priority: 'stop' } as const;
    const all = [taking('running', 10), taking('a', 10), taking('b', 10), taking('stop 1', 10, stop), taking('stop 2', 10, stop)];
    await clock.advance(100);
    await Promise.all(all);
    expect(started).toEqual(['running', 'stop 1', 'stop 2', 'a', 'b']);
  });

  it('a stop goes out beside an operation that hangs, and what is not a stop waits until that one has ended', async () => {
    const { clock, queue, started, taking } = set();
    const hanging = faultOf(queue.run(never));
    const level = taking('level', 10);
    const stop = taking('stop', 10, { priority: 'stop' });
    await clock.advance(STOP_PATIENCE_MS - 1);
    expect(started).toEqual([]);
    await clock.advance(20);
    expect([started, await stop]).toEqual([['stop'], 'stop']);
    const again = taking('stop again', 10, { priority: 'stop' });
    await clock.advance(20);
    expect([started, await again]).toEqual([['stop', 'stop again'], 'stop again']);
    await clock.advance(10_000);
    expect([await hanging, await level]).toEqual(['timeout', 'level']);
  });

  it('a stop without an answer ends the link within two seconds, so that the next link can send it', async () => {
    const clock = heldClock(0);
    let hungAtMs = -1;
    const queue = new OperationQueue(clock, () => {
      hungAtMs = clock.now();
    });
    const stop = faultOf(queue.run(never, { priority: 'stop' }));
    await clock.advance(5000);
    expect([await stop, hungAtMs]).toEqual(['timeout', 2000]);
  });

  it('a stop that the adapter is too busy for ends the link, not the stop alone', async () => {
    const clock = heldClock(0);
    let hung = 0;
    const queue = new OperationQueue(clock, () => hung++);
    const stop = faultOf(queue.run(busy, { priority: 'stop' }));
    await clock.advance(5000);
    expect([await stop, hung]).toEqual(['in-progress', 1]);
  });

  it('the newest of a kind replaces the one that waits, not the one that runs', async () => {
    const { clock, started, taking } = set();
    const level = { latest: 'level' };
    const running = taking('level 1', 10, level);
    const replaced = faultOf(taking('level 2', 10, level));
    const others = [taking('other kind', 10, { latest: 'heat' }), taking('no kind', 10)];
    const newest = taking('level 3', 10, level);
    expect(await replaced).toBe('superseded');
    await clock.advance(100);
    await Promise.all([running, newest, ...others]);
    expect(started).toEqual(['level 1', 'other kind', 'no kind', 'level 3']);
  });
});

describe('an adapter that is busy', () => {
  it('is asked again', async () => {
    const { clock, queue } = set();
    let asked = 0;
    const answer = queue.run(() => (++asked < 3 ? busy() : Promise.resolve('at last')));
    await clock.advance(2000);
    expect([await answer, asked]).toEqual(['at last', 3]);
  });

  it('is left in peace for a while before', async () => {
    const { clock, queue } = set();
    let asked = 0;
    const ended = faultOf(
      queue.run(() => {
        asked++;
        return busy();
      }),
    );
    await clock.advance(50);
    expect(asked).toBe(1);
    await clock.advance(10_000);
    expect(await ended).toBe('in-progress');
    expect(asked).toBeLessThan(10);
  });

  // `stop` operations overtake all others, says the queue; but here a level would still be written before the stop.
  it('a stop goes before the retry of another', async () => {
    const { clock, queue, started, taking } = set();
    const level = queue.run(() => {
      started.push('level');
      return started.length === 1 ? busy() : Promise.resolve();
    });
    await clock.advance(10);
    const stop = taking('stop', 10, { priority: 'stop' });
    await clock.advance(5000);
    await Promise.all([level, stop]);
    expect(started).toEqual(['level', 'stop', 'level']);
  });

  it('a stop does not wait for the end of the pause of another', async () => {
    const { clock, queue, taking } = set();
    const level = faultOf(queue.run(busy));
    // In the third pause, which is the longest.
    await clock.advance(500);
    const stop = taking('stop', 0, { priority: 'stop' });
    await clock.advance(0);
    expect(await stop).toBe('stop');
    await clock.advance(5000);
    expect(await level).toBe('in-progress');
  });

  it('other faults are told at once', async () => {
    const { queue } = set();
    let asked = 0;
    expect(
      await faultOf(
        queue.run(() => {
          asked++;
          return Promise.reject(new BluetoothFault('gatt-error'));
        }),
      ),
    ).toBe('gatt-error');
    expect(asked).toBe(1);
  });
});

describe('after the link was lost', () => {
  const lost = new BluetoothFault('disconnected');

  it('everything that waits ends with the fault given', async () => {
    const { clock, queue, started, taking } = set();
    const running = taking('running', 10);
    const waiting = [faultOf(taking('a', 10)), faultOf(taking('stop', 10, { priority: 'stop' }))];
    queue.clear(lost);
    expect(await Promise.all(waiting)).toEqual(['disconnected', 'disconnected']);
    await clock.advance(100);
    expect([await running, started]).toEqual(['running', ['running']]);
  });

  it('what still runs for the old link does not hold up the new one, and ends by itself', async () => {
    const { clock, queue, taking } = set();
    const old = faultOf(queue.run(never, { timeoutMs: 5000 }));
    queue.clear(lost);
    const first = taking('first', 10);
    const second = taking('second', 10);
    await clock.advance(100);
    expect([await first, await second]).toEqual(['first', 'second']);
    await clock.advance(5000);
    expect([await old, queue.size]).toEqual(['timeout', 0]);
  });

  it('the end of the old one does not let two of the new ones run at once', async () => {
    const { clock, queue, started, taking } = set();
    const old = taking('old', 50);
    queue.clear(lost);
    const all = [taking('a', 100), taking('b', 100)];
    await clock.advance(60);
    expect([await old, started]).toEqual(['old', ['old', 'a']]);
    await clock.advance(200);
    await Promise.all(all);
  });

  it('what was to be tried again ends with the fault given, at once, and leaves no timer', async () => {
    const clock = watchedClock(heldClock(0));
    const queue = new OperationQueue(clock);
    const old = faultOf(queue.run(busy));
    await clock.advance(10);
    expect(clock.pending).toBe(1);
    queue.clear(lost);
    expect(await old).toBe('disconnected');
    await clock.advance(0);
    expect([clock.pending, queue.size]).toEqual([0, 0]);
  });

  // The pause before a retry takes no notice of `clear`: the operation is run once more, beside one of the new link.
  it('what the adapter was too busy for before is not tried again', async () => {
    const { clock, queue, taking } = set();
    let asked = 0;
    const old = faultOf(
      queue.run(() => {
        asked++;
        return busy();
      }),
    );
    await clock.advance(10);
    queue.clear(lost);
    const fresh = taking('fresh', 1000);
    await clock.advance(5000);
    await Promise.all([old, fresh]);
    expect(asked).toBe(1);
  });
});

describe('without an answer', () => {
  it('the owner is told before the next begins, so that it can give up the link', async () => {
    const clock = heldClock(0);
    const told: string[] = [];
    const queue: OperationQueue = new OperationQueue(clock, () => {
      told.push('hung');
      queue.clear(new BluetoothFault('disconnected'));
    });
    const hanging = faultOf(queue.run(never, { timeoutMs: 300 }));
    const next = faultOf(queue.run(async () => told.push('next')));
    await clock.advance(1000);
    expect([await hanging, await next, told]).toEqual(['timeout', 'disconnected', ['hung']]);
  });

  it('on a link that is gone, it is no longer of interest', async () => {
    const clock = heldClock(0);
    let told = 0;
    const queue = new OperationQueue(clock, () => told++);
    const hanging = faultOf(queue.run(never, { timeoutMs: 300 }));
    queue.clear(new BluetoothFault('disconnected'));
    await clock.advance(1000);
    expect([await hanging, told]).toEqual(['timeout', 0]);
  });
});

describe('property: any schedule', () => {
  const end = fc.constantFrom('ends', 'fails', 'hangs', 'busy once', 'busy for ever');
  const steps = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('run'), end, ms: fc.nat(400), stop: fc.boolean(), key: fc.constantFrom(null, 'x', 'y') }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('advance'), ms: fc.nat(800) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('clear') }) },
  );

  interface Entry {
    readonly link: number;
    readonly stop: boolean;
    readonly key: string | null;
    state: 'waiting' | 'running' | 'settled';
    sinceMs: number;
  }

  it('every promise settles, never two at once but a stop beside what hangs, stops first, only the newest of a kind, else in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 40 }), async (schedule) => {
        const clock = heldClock(0);
        const queue = new OperationQueue(clock);
        const entries: Entry[] = [];
        let link = 0;
        const wrong: string[] = [];
        const begins = (entry: Entry) => {
          // One of a link that is gone.
          if (entry.state !== 'waiting' || entry.link !== link) return;
          const ours = entries.filter((other) => other.link === link && other !== entry);
          const older = ours.filter((other) => entries.indexOf(other) < entries.indexOf(entry));
          if (!entry.stop && ours.some((other) => other.stop && other.state === 'waiting')) wrong.push('a stop waits');
          if (older.some((other) => other.stop === entry.stop && other.state === 'waiting')) wrong.push('out of order');
          const newer = ours.filter((other) => !older.includes(other));
          if (entry.key !== null && newer.some((other) => other.key === entry.key)) wrong.push('not the newest');
          entry.state = 'running';
          entry.sinceMs = clock.now();
        };

        for (const step of schedule) {
          if (!('end' in step)) {
            if ('ms' in step) await clock.advance(step.ms);
            else {
              link++;
              queue.clear(new BluetoothFault('disconnected'));
            }
            continue;
          }
          const entry: Entry = { link, stop: step.stop, key: step.key, state: 'waiting', sinceMs: 0 };
          entries.push(entry);
          let asked = 0;
          const options = {
            timeoutMs: 2500,
            ...(step.stop ? { priority: 'stop' as const } : {}),
            ...(step.key ? { latest: step.key } : {}),
          };
          const settle = () => {
            entry.state = 'settled';
          };
          queue
            .run(async () => {
              begins(entry);
              // The one before has ended, but its promise tells of it only in the next microtask.
              await null;
              const others = entries.filter((other) => other !== entry && other.link === entry.link);
              const patient = others.filter(({ state, sinceMs }) => state === 'running' && clock.now() - sinceMs < STOP_PATIENCE_MS);
              const beside = others.some(({ state }) => state === 'running');
              if (step.stop ? patient.some(({ stop }) => !stop) : beside) wrong.push('two at once');
              asked++;
              if (step.end === 'hangs') await never();
              await clock.wait(step.ms);
              if (step.end === 'fails') throw new BluetoothFault('gatt-error');
              if (step.end === 'busy for ever' || (step.end === 'busy once' && asked === 1)) {
                // It waits for its turn again, and a stop may go before it.
                entry.state = 'waiting';
                await busy();
              }
            }, options)
            .then(settle, settle);
        }
        await clock.advance(200_000);
        expect(wrong).toEqual([]);
        expect(entries.filter(({ state }) => state !== 'settled')).toEqual([]);
        expect(queue.size).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
