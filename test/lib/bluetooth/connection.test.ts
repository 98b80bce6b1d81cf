import { describe, expect, it } from 'vitest';
import { Connection, type ConnectionState } from '../../../lib/bluetooth/connection';
import { BluetoothFault } from '../../../lib/bluetooth/fault';
import type { Link } from '../../../lib/bluetooth/link';
import { batteryUuids } from '../../../lib/bluetooth/services/battery';
import { decodeHeartRateMeasurement, heartRateUuids } from '../../../lib/bluetooth/services/heart-rate';
import type { GattCharacteristic, Transport } from '../../../lib/bluetooth/transport';
import { heldClock } from '../../../lib/core/clock';
import { simulatedStrap } from '../../../lib/simulated/strap';
import { simulatedTransport } from '../../../lib/simulated/transport';
import { watchedClock } from '../../soak/bluetooth/watched-clock';
import { catchFault } from '../../support/fault-of';
import { type Connect, flakyTransport, toSimulatedTime } from '../../support/flaky-transport';

const STRAP = { services: [heartRateUuids.service], optionalServices: [batteryUuids.service] };
const MINUTE = 60_000;

function* everySecond() {
  for (;;) yield 1000;
}

interface Options {
  readonly connects?: Connect[];
  readonly setUp?: (link: Link) => Promise<void>;
  readonly random?: () => number;
  readonly tearDown?: (link: Link) => Promise<void>;
  readonly onReady?: () => void;
}

/** A connection to a strap that beats once a second; each interval encodes when its packet was sent. */
function set({ connects = [], setUp, random = () => 0.5, tearDown, onReady }: Options = {}) {
  const clock = watchedClock(heldClock(0));
  const sent: number[] = [];
  const heard: number[] = [];
  const model = simulatedStrap({ rr: everySecond(), onSent: ({ index }) => sent.push(index) });
  const radio = simulatedTransport([model], toSimulatedTime(clock));
  const transport = flakyTransport(radio, clock, connects);
  const states: ConnectionState[] = [];
  const links: Link[] = [];
  const told = { lost: 0, ready: 0 };
  const connection = new Connection({
    clock,
    random,
    setUp: async (link) => {
      links.push(link);
      if (setUp) await setUp(link);
      else await listen(link, () => heard.push(clock.now()));
    },
    ...(tearDown ? { tearDown } : {}),
    onLost: () => told.lost++,
    onReady: () => {
      told.ready++;
      onReady?.();
    },
  });
  connection.state.subscribe((state) => states.push(state));
  const setInReach = (inReach: boolean) => radio.setInReach(model.address, inReach);
  return { clock, connection, transport, states, links, told, sent, heard, setInReach, choose: () => connection.choose(transport, STRAP) };
}

async function listen(link: Link, heard: (rrTicks: readonly number[]) => void): Promise<void> {
  const characteristic = await findMeasurement(link);
  await link.subscribe(characteristic, (value) => {
    const read = decodeHeartRateMeasurement(value);
    if (read.ok && read.value.rrTicks.length > 0) heard(read.value.rrTicks);
  });
}

async function findMeasurement(link: Link): Promise<GattCharacteristic> {
  const service = await link.service(heartRateUuids.service);
  const found = service?.characteristics.find(({ uuid }) => uuid === heartRateUuids.measurement);
  if (found === undefined) throw new BluetoothFault('not-supported');
  return found;
}

describe('connecting', () => {
  it('goes from the chooser to ready, step by step, and then receives the strap’s packets', async () => {
    const { clock, connection, states, told, heard, choose } = set();
    await choose();
    await clock.advance(3500);
    expect(states).toEqual(['idle', 'choosing', 'connecting', 'discovering', 'ready']);
    expect([connection.fault.value, told, heard.length]).toEqual([null, { lost: 0, ready: 1 }, 3]);
  });

  it('needs no chooser for a known device', async () => {
    const { connection, transport, states, choose } = set();
    await choose();
    connection.close();
    const [known] = await transport.known();
    if (known === undefined) throw new Error('no device known');
    await connection.open(known);
    expect(states.slice(5)).toEqual(['closed', 'connecting', 'discovering', 'ready']);
  });

  it('fails with the chooser’s fault, and works the next time', async () => {
    const { connection, transport, states, choose } = set();
    expect(await catchFault(connection.choose(transport, { services: [batteryUuids.service], optionalServices: [] }))).toBe('dismissed');
    expect([connection.state.value, connection.fault.value?.code]).toEqual(['failed', 'dismissed']);
    await choose();
    expect([states.at(-1), connection.fault.value]).toEqual(['ready', null]);
  });

  it('retries after a failed connect', async () => {
    const { clock, connection, choose } = set({ connects: ['out-of-range'] });
    const done = catchFault(choose());
    await clock.advance(MINUTE);
    expect([await done, connection.state.value]).toEqual([null, 'ready']);
  });

  it('gives up after repeated failures, and leaves the device alone', async () => {
    const { clock, connection, transport, choose } = set({ connects: Array.from({ length: 50 }, () => 'out-of-range' as const) });
    const done = catchFault(choose());
    await clock.advance(2 * MINUTE);
    expect([await done, connection.state.value, connection.fault.value?.code]).toEqual(['out-of-range', 'failed', 'out-of-range']);
    const tried = transport.triedAtMs.length;
    expect(tried).toBeGreaterThan(1);
    await clock.advance(10 * MINUTE);
    expect(transport.triedAtMs).toHaveLength(tried);
  });

  it('does not wait forever for a connect that hangs', async () => {
    const { clock, connection, choose } = set({ connects: ['hangs', 'hangs', 'hangs', 'hangs', 'hangs'] });
    const done = catchFault(choose());
    await clock.advance(5 * MINUTE);
    expect([await done, connection.state.value]).toEqual(['timeout', 'failed']);
  });

  it('retries a connect that hangs once', async () => {
    const { clock, connection, choose } = set({ connects: ['hangs'] });
    const done = catchFault(choose());
    await clock.advance(2 * MINUTE);
    expect([await done, connection.state.value]).toEqual([null, 'ready']);
  });
});

describe('setting up', () => {
  it('does not retry a device of another kind', async () => {
    const { connection, transport, choose } = set({ setUp: () => Promise.reject(new BluetoothFault('not-supported')) });
    expect(await catchFault(choose())).toBe('not-supported');
    expect([connection.state.value, transport.triedAtMs.length]).toEqual(['failed', 1]);
    expect((await transport.known()).map(({ connected }) => connected)).toEqual([false]);
  });

  it('is retried after one failure', async () => {
    let tries = 0;
    const { clock, connection, choose } = set({
      setUp: () => (++tries === 1 ? Promise.reject(new BluetoothFault('gatt-error')) : Promise.resolve()),
    });
    const done = catchFault(choose());
    await clock.advance(MINUTE);
    expect([await done, connection.state.value, tries]).toEqual([null, 'ready', 2]);
  });

  it('ends in a fault when it fails with an error of its own', async () => {
    const { clock, connection, choose } = set({ setUp: () => Promise.reject(new Error('mine')) });
    const done = catchFault(choose());
    await clock.advance(2 * MINUTE);
    expect([await done, connection.state.value]).toEqual(['gatt-error', 'failed']);
  });

  it('is given up when it hangs', async () => {
    const { clock, connection, choose } = set({ setUp: () => new Promise(() => {}) });
    const done = catchFault(choose());
    await clock.advance(5 * MINUTE);
    expect([await done, connection.state.value]).toEqual(['timeout', 'failed']);
  });

  it('starts again when the link is lost in the middle of it', async () => {
    let drop = () => {};
    let tries = 0;
    const { clock, connection, told, setInReach, choose } = set({
      setUp: async (link) => {
        if (++tries === 1) drop();
        await link.service(heartRateUuids.service);
      },
    });
    drop = () => {
      setInReach(false);
      setInReach(true);
    };
    const done = catchFault(choose());
    await clock.advance(MINUTE);
    expect([await done, connection.state.value, tries, told.lost]).toEqual([null, 'ready', 2, 0]);
  });
});

describe('a lost link', () => {
  it('is reported once, reconnected, and set up again', async () => {
    const { clock, connection, states, links, told, setInReach, choose } = set();
    await choose();
    setInReach(false);
    expect([connection.state.value, connection.fault.value?.code]).toEqual(['lost', 'disconnected']);
    setInReach(true);
    await clock.advance(MINUTE);
    expect(states.slice(5)).toEqual(['lost', 'reconnecting', 'discovering', 'ready']);
    expect([told, links.length, connection.fault.value]).toEqual([{ lost: 1, ready: 2 }, 2, null]);
  });

  it('is retried without end, with growing pauses up to a maximum', async () => {
    const { clock, connection, transport, told, setInReach, choose } = set();
    await choose();
    setInReach(false);
    await clock.advance(60 * MINUTE);
    const pauses = transport.triedAtMs.slice(1).map((at, i, all) => at - (all[i - 1] ?? 0));
    expect(pauses.length).toBeGreaterThan(100);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses[0]).toBeLessThanOrEqual(1000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(20_000);
    expect(Math.max(...pauses)).toBeGreaterThan(5000);
    expect(told.lost).toBe(1);
    setInReach(true);
    await clock.advance(30_000);
    expect(connection.state.value).toBe('ready');
  });

  it('uses the short pause first again after the next loss', async () => {
    const { clock, connection, transport, setInReach, choose } = set();
    await choose();
    setInReach(false);
    await clock.advance(10 * MINUTE);
    setInReach(true);
    await clock.advance(MINUTE);
    setInReach(false);
    setInReach(true);
    const tried = transport.triedAtMs.length;
    await clock.advance(1000);
    expect([connection.state.value, transport.triedAtMs.length]).toEqual(['ready', tried + 1]);
  });

  it('keeps its newest reason while it is tried again, until there is a link', async () => {
    const { clock, connection, transport, setInReach, choose } = set();
    await choose();
    transport.connects.push(...Array.from({ length: 20 }, () => 'browser-silent' as const));
    setInReach(false);
    setInReach(true);
    await clock.advance(1000);
    const seen: { readonly state: ConnectionState; readonly reason: string | null }[] = [];
    connection.state.subscribe((state) => seen.push({ state, reason: connection.fault.peek()?.code ?? null }));
    await clock.advance(10 * MINUTE);
    const trying = seen.slice(0, -2);
    expect(trying.length).toBeGreaterThan(20);
    expect(new Set(trying.map(({ reason }) => reason))).toEqual(new Set(['browser-silent']));
    expect(seen.at(-1)).toEqual({ state: 'ready', reason: null });
  });

  it('is retried by several devices at different moments', async () => {
    const knocks = async (random: () => number) => {
      const { clock, transport, setInReach, choose } = set({ random });
      await choose();
      setInReach(false);
      await clock.advance(MINUTE);
      return transport.triedAtMs.slice(1);
    };
    const [early, late] = [await knocks(() => 0), await knocks(() => 0.999)];
    expect(early.length).toBeGreaterThan(2);
    expect(early.filter((at) => late.includes(at))).toEqual([]);
  });

  it('is retried when a reconnect hangs or its set-up fails', async () => {
    let tries = 0;
    const setUp = () => (++tries === 2 ? Promise.reject(new BluetoothFault('gatt-error')) : Promise.resolve());
    const { clock, connection, transport, setInReach, choose } = set({ setUp });
    await choose();
    transport.connects.push('hangs');
    setInReach(false);
    setInReach(true);
    await clock.advance(2 * MINUTE);
    expect([connection.state.value, tries]).toEqual(['ready', 3]);
  });

  it('disconnects after a failed set-up, before the next attempt', async () => {
    let tries = 0;
    const setUp = () => (++tries === 2 ? Promise.reject(new BluetoothFault('gatt-error')) : Promise.resolve());
    const { clock, connection, transport, setInReach, choose } = set({ setUp });
    await choose();
    setInReach(false);
    setInReach(true);
    while (tries < 2) await clock.advance(100);
    expect([connection.state.value, connection.device?.connected]).toEqual(['lost', false]);
    await clock.advance(MINUTE);
    expect([connection.state.value, (await transport.known())[0]?.connected]).toEqual(['ready', true]);
  });

  it('ends operations of the old link, and its handles stay unusable', async () => {
    const { clock, links, setInReach, choose } = set();
    await choose();
    const [old] = links;
    if (old === undefined) throw new Error('no link');
    const characteristic = await findMeasurement(old);
    const asked = catchFault(old.read(characteristic));
    setInReach(false);
    expect(await asked).not.toBeNull();
    setInReach(true);
    await clock.advance(MINUTE);
    expect(await catchFault(old.service(heartRateUuids.service))).toBe('disconnected');
    expect(await catchFault(old.read(characteristic))).toBe('disconnected');
    expect(await catchFault(old.write(characteristic, Uint8Array.of(1), true))).toBe('disconnected');
    expect(await catchFault(old.subscribe(characteristic, () => {}))).toBe('disconnected');
  });

  it('delivers no packet twice, even if the radio still serves the old listener', async () => {
    const { clock, transport, sent, heard, setInReach, choose } = set();
    await choose();
    await clock.advance(3500);
    setInReach(false);
    setInReach(true);
    await clock.advance(MINUTE);
    expect(transport.listeners).toHaveLength(2);
    const before = heard.length;
    expect([before, new Set(sent).size]).toEqual([sent.length, sent.length]);
    const packet = new DataView(Uint8Array.of(0x10, 60, 0, 4).buffer);
    transport.listeners[0]?.(packet);
    expect(heard).toHaveLength(before);
    transport.listeners[1]?.(packet);
    expect(heard).toHaveLength(before + 1);
  });
});

describe('an unusable link', () => {
  it('is dropped and reconnected when an operation has no answer, because later ones would wait behind it', async () => {
    const { clock, connection, states, links, told, choose } = set();
    await choose();
    const [link] = links;
    if (link === undefined) throw new Error('no link');
    const characteristic: GattCharacteristic = { ...(await findMeasurement(link)), read: () => new Promise<never>(() => {}) };
    const hanging = catchFault(link.read(characteristic, { timeoutMs: 500 }));
    const behind = catchFault(link.service(heartRateUuids.service));
    await clock.advance(501);
    expect([await hanging, await behind]).toEqual(['timeout', 'disconnected']);
    expect([connection.state.value, connection.fault.value?.code, connection.device?.connected]).toEqual(['lost', 'timeout', false]);
    await clock.advance(MINUTE);
    expect([states.at(-1), told, links.length]).toEqual(['ready', { lost: 1, ready: 2 }, 2]);
  });

  it('is closed before the next attempt, so that a half set-up link is not taken for a new one', async () => {
    let tries = 0;
    const { clock, transport, heard, choose } = set({
      setUp: async (link) => {
        await listen(link, () => heard.push(clock.now()));
        if (++tries === 1) throw new BluetoothFault('gatt-error');
      },
    });
    const connected: boolean[] = [];
    const done = catchFault(choose());
    await clock.advance(100);
    for (const { connected: up } of await transport.known()) connected.push(up);
    expect(connected).toEqual([false]);
    await clock.advance(MINUTE);
    expect([await done, tries]).toEqual([null, 2]);
  });

  it('reports a loss during the set-up if packets had arrived, because the next beats do not follow', async () => {
    let tries = 0;
    const { clock, told, heard, setInReach, choose } = set({
      setUp: async (link) => {
        await listen(link, () => heard.push(clock.now()));
        if (++tries === 1) await clock.wait(10_000);
      },
    });
    const done = catchFault(choose());
    await clock.advance(2500);
    expect(heard).toHaveLength(2);
    setInReach(false);
    setInReach(true);
    expect(told.lost).toBe(1);
    await clock.advance(5000);
    expect([await done, told]).toEqual([null, { lost: 1, ready: 1 }]);
  });

  it('keeps reconnecting when a listener throws', async () => {
    const { clock, connection, setInReach, choose } = set();
    const reported: unknown[] = [];
    const before = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', (error) => reported.push(error));
    const failing = set({
      onReady: () => {
        throw new Error('mine');
      },
    });
    await failing.choose();
    await choose();
    setInReach(false);
    setInReach(true);
    await clock.advance(MINUTE);
    await failing.clock.advance(0);
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener);
    expect([connection.state.value, failing.connection.state.value]).toEqual(['ready', 'ready']);
    expect(reported.map(String)).toEqual(['Error: mine']);
  });
});

describe('a view that acts on a change of state', () => {
  it.each(['choosing', 'connecting', 'discovering', 'ready', 'lost', 'reconnecting'] as const)('can close while %s', async (state) => {
    const { clock, connection, transport, setInReach, choose } = set();
    let done = false;
    connection.state.subscribe((now) => {
      if (now !== state || done) return;
      done = true;
      connection.close();
    });
    const ended = catchFault(choose());
    await clock.advance(100);
    setInReach(false);
    setInReach(true);
    await clock.advance(MINUTE);
    await ended;
    expect([done, connection.state.value, clock.pending]).toEqual([true, 'closed', 0]);
    expect((await transport.known()).filter(({ connected }) => connected)).toEqual([]);
  });

  it('can choose again while connecting', async () => {
    const { clock, connection, transport, choose } = set();
    const ended: Promise<unknown>[] = [];
    connection.state.subscribe((now) => {
      if (now === 'connecting' && ended.length === 0) ended.push(catchFault(choose()));
    });
    const first = catchFault(choose());
    await clock.advance(MINUTE);
    expect([await first, await ended[0], connection.state.value]).toEqual(['aborted', null, 'ready']);
    expect(transport.triedAtMs).toHaveLength(1);
  });
});

describe('leave', () => {
  it('calls tearDown first, then closes', async () => {
    const told: string[] = [];
    const { clock, connection, choose } = set({
      tearDown: async (link) => {
        const service = await link.service(batteryUuids.service);
        told.push(`${service === null ? 'nothing' : 'service'} while ${connection.state.value}`);
      },
    });
    await choose();
    await connection.leave();
    expect([told, connection.state.value, connection.device?.connected]).toEqual([['service while ready'], 'closed', false]);
    await clock.advance(0);
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['hangs', () => new Promise<void>(() => {})],
    ['fails', () => Promise.reject(new Error('mine'))],
  ])('is not blocked by a tearDown that %s', async (_, tearDown) => {
    const { clock, connection, choose } = set({ tearDown });
    await choose();
    const left = connection.leave();
    await clock.advance(3000);
    await left;
    expect([connection.state.value, clock.pending]).toEqual(['closed', 0]);
  });

  it('leaves a new connection alone that was opened before it finished', async () => {
    const { clock, connection, choose } = set({ tearDown: () => new Promise(() => {}) });
    await choose();
    const left = connection.leave();
    await choose();
    await clock.advance(10_000);
    await left;
    expect(connection.state.value).toBe('ready');
  });

  it('only closes when there is no link', async () => {
    let told = 0;
    const { connection } = set({ tearDown: async () => void told++ });
    await connection.leave();
    expect([connection.state.value, told]).toEqual(['closed', 0]);
  });
});

describe('close', () => {
  const hangs = () => new Promise<void>(() => {});
  /** How to reach each state; `done` is the result of `choose`. */
  const into: Record<
    string,
    (make: (options?: Options) => ReturnType<typeof set>) => Promise<ReturnType<typeof set> & { done: Promise<unknown> }>
  > = {
    connecting: async (make) => {
      const all = make({ connects: ['hangs'] });
      return { ...all, done: catchFault(all.choose()) };
    },
    'a pause between two tries': async (make) => {
      const all = make({ connects: ['out-of-range', 'out-of-range'] });
      const done = catchFault(all.choose());
      await all.clock.advance(10);
      return { ...all, done };
    },
    discovering: async (make) => {
      const all = make({ setUp: hangs });
      return { ...all, done: catchFault(all.choose()) };
    },
    ready: async (make) => {
      const all = make();
      return { ...all, done: catchFault(all.choose()) };
    },
    lost: async (make) => {
      const all = make();
      const done = catchFault(all.choose());
      await done;
      all.setInReach(false);
      return { ...all, done };
    },
    reconnecting: async (make) => {
      const all = make();
      const done = catchFault(all.choose());
      await done;
      all.transport.connects.push('hangs');
      all.setInReach(false);
      all.setInReach(true);
      await all.clock.advance(2000);
      return { ...all, done };
    },
    failed: async (make) => {
      const all = make({ setUp: () => Promise.reject(new BluetoothFault('not-supported')) });
      return { ...all, done: catchFault(all.choose()) };
    },
  };

  it.each(Object.keys(into))('while %s ends everything for good', async (state) => {
    const { clock, connection, transport, states, heard, setInReach, done } = (await into[state]?.(set)) ?? {
      ...set(),
      done: Promise.resolve(),
    };
    await clock.advance(1);
    connection.close();
    const tried = transport.triedAtMs.length;
    expect(connection.state.value).toBe('closed');
    expect((await transport.known()).filter(({ connected }) => connected)).toEqual([]);
    await done;
    await clock.advance(0);
    expect(clock.pending).toBe(0);
    const [times, count] = [states.length, heard.length];
    setInReach(false);
    setInReach(true);
    await clock.advance(10 * MINUTE);
    expect([connection.state.value, states.length, heard.length, transport.triedAtMs.length]).toEqual(['closed', times, count, tried]);
    connection.close();
    expect(connection.state.value).toBe('closed');
  });

  it.each(['connecting', 'a pause between two tries', 'discovering'])('while %s rejects waiting callers', async (state) => {
    const all = await into[state]?.(set);
    await all?.clock.advance(1);
    all?.connection.close();
    expect(await all?.done).toBe('aborted');
  });

  it('while the chooser is open does not connect to a device chosen later', async () => {
    const { clock, connection, transport, choose } = set();
    const done = catchFault(choose());
    expect(connection.state.value).toBe('choosing');
    connection.close();
    expect(await done).toBe('aborted');
    await clock.advance(MINUTE);
    expect([connection.state.value, transport.triedAtMs]).toEqual(['closed', []]);
  });

  it('while a chooser stays open rejects waiting callers', async () => {
    const { connection } = set();
    const never: Transport = { kind: 'simulated', request: () => new Promise(() => {}), known: async () => [] };
    const done = catchFault(connection.choose(never, STRAP));
    connection.close();
    expect(await done).toBe('aborted');
  });

  it('before any use does nothing', async () => {
    const { connection, choose } = set();
    connection.close();
    expect(connection.state.value).toBe('closed');
    await choose();
    expect(connection.state.value).toBe('ready');
  });

  it('and choosing again delivers each packet once', async () => {
    const { clock, connection, told, heard, choose } = set();
    await choose();
    connection.close();
    await choose();
    await clock.advance(3500);
    expect([heard.length, told]).toEqual([3, { lost: 0, ready: 2 }]);
  });

  it('is not needed before choosing another device, which disconnects the first for good', async () => {
    const { clock, connection, told, heard, setInReach, choose } = set();
    await choose();
    const first = connection.device;
    const other = simulatedStrap({ rr: everySecond(), address: 'other' });
    await connection.choose(simulatedTransport([other], toSimulatedTime(clock)), STRAP);
    expect([first?.connected, connection.device?.id]).toEqual([false, 'other']);
    setInReach(false);
    await clock.advance(3500);
    expect([heard.length, told, connection.state.value]).toEqual([3, { lost: 0, ready: 2 }, 'ready']);
  });
});
