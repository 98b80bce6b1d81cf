import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BluetoothFault } from '../../../lib/bluetooth/fault';
import { type OperationOptions, OperationQueue, STOP_PATIENCE_MS } from '../../../lib/bluetooth/operation-queue';
import { heldClock } from '../../../lib/core/clock';
import { watchedClock } from '../../soak/bluetooth/watched-clock';
import { catchFault } from '../../support/fault-of';

function set() {
  const clock = heldClock(0);
  const queue = new OperationQueue(clock);
  const started: string[] = [];
  /** An operation that takes `ms` by the clock and returns its name. */
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
  it('runs in the order of the calls, each with its own answer', async () => {
    const { clock, queue, started, taking } = set();
    const all = Promise.all([taking('a', 100), taking('b', 100), taking('c', 100)]);
    await clock.advance(150);
    expect([started, queue.size]).toEqual([['a', 'b'], 2]);
    await clock.advance(150);
    expect(await all).toEqual(['a', 'b', 'c']);
    expect(queue.size).toBe(0);
  });

  it('continues after an operation that fails or throws before it begins', async () => {
    const { clock, queue, taking } = set();
    const failing = catchFault(queue.run(() => Promise.reject(new BluetoothFault('not-permitted'))));
    const throwing = catchFault(
      queue.run(() => {
        throw new Error('mine');
      }),
    );
    const next = taking('next', 0);
    await clock.advance(10);
    expect([await failing, await throwing, await next]).toEqual(['not-permitted', 'other', 'next']);
  });

  it('gives up an operation that hangs after its time limit, and runs the next one', async () => {
    const { clock, queue, taking } = set();
    const hanging = catchFault(queue.run(never, { timeoutMs: 300 }));
    const next = taking('next', 0);
    await clock.advance(299);
    expect(queue.size).toBe(2);
    await clock.advance(2);
    expect([await hanging, await next]).toEqual(['timeout', 'next']);
  });

  it('has a default time limit', async () => {
    const { clock, queue } = set();
    const hanging = catchFault(queue.run(never));
    await clock.advance(60_000);
    expect([await hanging, queue.size]).toEqual(['timeout', 0]);
  });
});

describe('priorities', () => {
  it('sends a stop before all waiting operations, but not before the running one; stops keep their order', async () => {
    const { clock, started, taking } = set();
    const stop = { priority: 'stop' } as const;
    const all = [taking('running', 10), taking('a', 10), taking('b', 10), taking('stop 1', 10, stop), taking('stop 2', 10, stop)];
    await clock.advance(100);
    await Promise.all(all);
    expect(started).toEqual(['running', 'stop 1', 'stop 2', 'a', 'b']);
  });

  it('a stop goes out beside an operation that hangs, and what is not a stop waits until that one has ended', async () => {
    const { clock, queue, started, taking } = set();
    const hanging = catchFault(queue.run(never));
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
    const stop = catchFault(queue.run(never, { priority: 'stop' }));
    await clock.advance(5000);
    expect([await stop, hungAtMs]).toEqual(['timeout', 2000]);
  });

  it('a stop that the adapter is too busy for ends the link, not the stop alone', async () => {
    const clock = heldClock(0);
    let hung = 0;
    const queue = new OperationQueue(clock, () => hung++);
    const stop = catchFault(queue.run(busy, { priority: 'stop' }));
    await clock.advance(5000);
    expect([await stop, hung]).toEqual(['in-progress', 1]);
  });

  it('the newest of a kind replaces the one that waits, not the one that runs', async () => {
    const { clock, started, taking } = set();
    const level = { latest: 'level' };
    const running = taking('level 1', 10, level);
    const replaced = catchFault(taking('level 2', 10, level));
    const others = [taking('other kind', 10, { latest: 'heat' }), taking('no kind', 10)];
    const newest = taking('level 3', 10, level);
    expect(await replaced).toBe('superseded');
    await clock.advance(100);
    await Promise.all([running, newest, ...others]);
    expect(started).toEqual(['level 1', 'other kind', 'no kind', 'level 3']);
  });
});

describe('a busy adapter', () => {
  it('is asked again', async () => {
    const { clock, queue } = set();
    let asked = 0;
    const answer = queue.run(() => (++asked < 3 ? busy() : Promise.resolve('at last')));
    await clock.advance(2000);
    expect([await answer, asked]).toEqual(['at last', 3]);
  });

  it('gets a pause before the next attempt', async () => {
    const { clock, queue } = set();
    let asked = 0;
    const ended = catchFault(
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

  // A stop must overtake all other operations, including the retry of a level.
  it('gets a stop before the retry of another operation', async () => {
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

  it('does not delay a stop by the pause of another operation', async () => {
    const { clock, queue, taking } = set();
    const level = catchFault(queue.run(busy));
    // In the third pause, which is the longest.
    await clock.advance(500);
    const stop = taking('stop', 0, { priority: 'stop' });
    await clock.advance(0);
    expect(await stop).toBe('stop');
    await clock.advance(5000);
    expect(await level).toBe('in-progress');
  });

  it('is the only fault that is retried', async () => {
    const { queue } = set();
    let asked = 0;
    expect(
      await catchFault(
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

  it('all waiting operations end with the given fault', async () => {
    const { clock, queue, started, taking } = set();
    const running = taking('running', 10);
    const waiting = [catchFault(taking('a', 10)), catchFault(taking('stop', 10, { priority: 'stop' }))];
    queue.clear(lost);
    expect(await Promise.all(waiting)).toEqual(['disconnected', 'disconnected']);
    await clock.advance(100);
    expect([await running, started]).toEqual(['running', ['running']]);
  });

  it('a running operation of the old link does not delay the new one, and ends by itself', async () => {
    const { clock, queue, taking } = set();
    const old = catchFault(queue.run(never, { timeoutMs: 5000 }));
    queue.clear(lost);
    const first = taking('first', 10);
    const second = taking('second', 10);
    await clock.advance(100);
    expect([await first, await second]).toEqual(['first', 'second']);
    await clock.advance(5000);
    expect([await old, queue.size]).toEqual(['timeout', 0]);
  });

  it('the end of the old operation does not let two new ones run at once', async () => {
    const { clock, queue, started, taking } = set();
    const old = taking('old', 50);
    queue.clear(lost);
    const all = [taking('a', 100), taking('b', 100)];
    await clock.advance(60);
    expect([await old, started]).toEqual(['old', ['old', 'a']]);
    await clock.advance(200);
    await Promise.all(all);
  });

  it('a pending retry ends at once with the given fault, and leaves no timer', async () => {
    const clock = watchedClock(heldClock(0));
    const queue = new OperationQueue(clock);
    const old = catchFault(queue.run(busy));
    await clock.advance(10);
    expect(clock.pending).toBe(1);
    queue.clear(lost);
    expect(await old).toBe('disconnected');
    await clock.advance(0);
    expect([clock.pending, queue.size]).toEqual([0, 0]);
  });

  // The pause before a retry must end with `clear`: otherwise the operation would run again next to one of the new link.
  it('an operation that met a busy adapter before is not retried', async () => {
    const { clock, queue, taking } = set();
    let asked = 0;
    const old = catchFault(
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

describe('an operation without an answer', () => {
  it('is reported to the owner before the next one starts, so that the link can be dropped', async () => {
    const clock = heldClock(0);
    const told: string[] = [];
    const queue: OperationQueue = new OperationQueue(clock, () => {
      told.push('hung');
      queue.clear(new BluetoothFault('disconnected'));
    });
    const hanging = catchFault(queue.run(never, { timeoutMs: 300 }));
    const next = catchFault(queue.run(async () => told.push('next')));
    await clock.advance(1000);
    expect([await hanging, await next, told]).toEqual(['timeout', 'disconnected', ['hung']]);
  });

  it('is ignored on a link that is gone', async () => {
    const clock = heldClock(0);
    let told = 0;
    const queue = new OperationQueue(clock, () => told++);
    const hanging = catchFault(queue.run(never, { timeoutMs: 300 }));
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
          // An operation of a link that is gone.
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
              // The previous one has ended, but its promise settles only in the next microtask.
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
                // It waits for its turn again, and a stop may go first.
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
