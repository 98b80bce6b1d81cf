import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Connection } from '../../../../lib/bluetooth/connection';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import type { Link } from '../../../../lib/bluetooth/link';
import { heldClock } from '../../../../lib/core/clock';
import { type DriverCommand, DriverFault } from '../../../../lib/devices/driver';
import { toHex } from '../../../../lib/devices/inspector/hex';
import { simulatedJensen } from '../../../../lib/simulated/framed/jensen';
import { simulatedWalkingPad } from '../../../../lib/simulated/framed/walkingpad';
import type { PeripheralModel, RadioOutcome } from '../../../../lib/simulated/model';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { toSimulatedTime } from '../../../support/flaky-transport';
import { kind } from '../profiles/profiles';

type Done = RadioOutcome['end'];

/** A device behind a slow and sometimes busy radio. Reports each write when it reaches the device. */
function slow(model: PeripheralModel, delayMs: number, busy: readonly Done[]) {
  const wire: { readonly atMs: number; readonly hex: string }[] = [];
  let turn = 0;
  const slowed: PeripheralModel = {
    ...model,
    write(characteristic, bytes, atMs) {
      wire.push({ atMs, hex: toHex(bytes) });
      return model.write(characteristic, bytes, atMs);
    },
    radio: (operation) => ({ delayMs, end: operation === 'write' ? (busy[turn++ % Math.max(1, busy.length)] ?? 'done') : 'done' }),
  };
  return { model: slowed, wire };
}

async function linked(id: string, model: PeripheralModel) {
  const clock = heldClock(0);
  const radio = simulatedTransport([model], toSimulatedTime(clock));
  const driver = kind(id).driver({ wait: (ms, signal) => clock.wait(ms, signal), secrets: {} });
  let over = new AbortController();
  let present: Link | null = null;
  const connection = new Connection({
    clock,
    random: () => 0.5,
    setUp: (link) => {
      over = new AbortController();
      present = link;
      return driver.setUp(link, over.signal);
    },
    onLost: () => over.abort(new BluetoothFault('disconnected')),
  });
  const opened = connection.choose(radio, kind(id).request);
  opened.catch(() => {});
  return { clock, driver, connection, opened, radio, link: () => present };
}

const expectedFault = (error: unknown) => {
  if (!(error instanceof BluetoothFault) && !(error instanceof DriverFault)) throw error;
};

const command: fc.Arbitrary<DriverCommand> = fc.oneof(
  fc.constant({ kind: 'start' } as const),
  fc.constant({ kind: 'pause' } as const),
  fc.record({ kind: fc.constant('level' as const), zone: fc.constant('belt'), level: fc.integer({ min: 1, max: 6 }) }),
);
const schedule = fc.record({
  delayMs: fc.integer({ min: 0, max: 200 }),
  busy: fc.array(fc.constantFrom<Done>('done', 'done', 'in-progress'), { minLength: 1, maxLength: 3 }),
  commands: fc.array(fc.tuple(command, fc.integer({ min: 0, max: 900 })), { minLength: 1, maxLength: 8 }),
  stopAfterMs: fc.integer({ min: 0, max: 2500 }),
});
const HALT = 'f7 a2 01 00 a3 fd';
const ASK = 'f7 a2 00 00 a2 fd';

describe('stop', () => {
  it('has at most one frame before it, and nothing moves after it', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ delayMs, busy, commands, stopAfterMs }) => {
        const pad = simulatedWalkingPad();
        const { model, wire } = slow(pad, delayMs, [...busy, 'done', 'done']);
        const { clock, driver, connection, opened } = await linked('kingsmith-walkingpad', model);
        await clock.advance(5000);
        await opened;
        const ends: Promise<unknown>[] = [];
        for (const [one, pauseMs] of commands) {
          ends.push(driver.apply(one).catch(expectedFault));
          if (pauseMs > 600) await clock.advance(pauseMs);
        }
        await clock.advance(stopAfterMs);
        const before = wire.length;
        const pressedMs = clock.now();
        const stopped = driver.stop();
        stopped.catch(() => {});
        await clock.advance(8000);
        await stopped;
        await Promise.all(ends);
        const after = wire.slice(before);
        const first = after.findIndex(({ hex }) => hex === HALT);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first).toBeLessThanOrEqual(1);
        // One that is under way, then its own; and the pauses of a busy adapter.
        expect((after[first]?.atMs ?? 0) - pressedMs).toBeLessThanOrEqual(2 * delayMs + 3 * (delayMs + 450));
        expect(after.slice(first).every(({ hex }) => hex === HALT || hex === ASK)).toBe(true);
        expect(pad.state(clock.now()).levels.belt).toBe(0);
        connection.close();
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('goes before a handshake, and again after it', async () => {
    const bed = simulatedJensen();
    const { model, wire } = slow(bed, 100, ['done']);
    const { clock, driver, opened } = await linked('jensen-bed', model);
    await clock.advance(350);
    const stopped = driver.stop();
    stopped.catch(() => {});
    await clock.advance(3000);
    await opened;
    const frames = wire.map(({ hex }) => hex.slice(0, 2));
    expect(frames.indexOf('12')).toBeLessThanOrEqual(1);
    expect(frames.filter((frame) => frame !== '12')).toEqual(['1e', '10', '0a']);
    expect(frames.at(-1)).toBe('12');
  });

  it('does not wait for operations that others queued on the same link', async () => {
    const bed = simulatedJensen();
    const { model, wire } = slow(bed, 100, ['done']);
    const { clock, driver, opened, link } = await linked('jensen-bed', model);
    await clock.advance(3000);
    await opened;
    const others = Array.from({ length: 20 }, () => link()?.service('0000180f-0000-1000-8000-00805f9b34fb'));
    const pressedMs = clock.now();
    const stopped = driver.stop();
    await clock.advance(5000);
    await Promise.all([stopped, ...others]);
    expect(wire.at(-1)?.hex).toBe('12 00 00 00 00 00');
    expect((wire.at(-1)?.atMs ?? 0) - pressedMs).toBeLessThanOrEqual(200);
  });

  it('reports when it could not be sent', async () => {
    const { model } = slow(simulatedJensen(), 100, ['done']);
    const { clock, driver, opened, radio } = await linked('jensen-bed', model);
    await expect(driver.stop()).rejects.toMatchObject({ code: 'not-ready' });
    await clock.advance(3000);
    await opened;
    const stopped = driver.stop();
    stopped.catch(() => {});
    radio.setInReach(model.address, false);
    await clock.advance(100);
    await expect(stopped).rejects.toMatchObject({ code: 'disconnected' });
    await expect(driver.apply({ kind: 'level', zone: 'head', level: 1 })).rejects.toMatchObject({ code: 'not-ready' });
  });

  it('clears all requested values: the other zone stays at rest after it', async () => {
    const bed = simulatedJensen();
    const { model, wire } = slow(bed, 10, ['done']);
    const { clock, driver, opened } = await linked('jensen-bed', model);
    await clock.advance(1000);
    await opened;
    for (const zone of ['head', 'foot']) void driver.apply({ kind: 'level', zone, level: 9 }).catch(expectedFault);
    const stopped = driver.stop();
    await clock.advance(1000);
    await stopped;
    void driver.apply({ kind: 'level', zone: 'foot', level: 2 });
    await clock.advance(1000);
    expect(wire.at(-1)?.hex).toBe('12 00 02 00 00 00');
  });
});

describe('levels', () => {
  it('sends only the newest level of a zone, after the device’s pause', async () => {
    const pad = simulatedWalkingPad();
    const { model, wire } = slow(pad, 10, ['done']);
    const { clock, driver, opened } = await linked('kingsmith-walkingpad', model);
    await clock.advance(3000);
    await opened;
    void driver.apply({ kind: 'start' });
    await clock.advance(5000);
    const before = wire.length;
    const ends = [1, 2, 3, 4].map((level) =>
      driver.apply({ kind: 'level', zone: 'belt', level }).then(
        () => level,
        (error: BluetoothFault) => error.code,
      ),
    );
    await clock.advance(3000);
    // The first may be under way already.
    expect(await Promise.all(ends.slice(1))).toEqual(['superseded', 'superseded', 4]);
    const speeds = wire
      .slice(before)
      .filter(({ hex }) => hex.startsWith('f7 a2 01'))
      .map(({ hex }) => hex.slice(9, 11));
    expect(speeds.at(-1)).toBe('28');
    expect(speeds.length).toBeLessThanOrEqual(2);
    const times = wire.map(({ atMs }) => atMs);
    expect(times.slice(1).every((atMs, i) => atMs - (times[i] ?? 0) >= 690)).toBe(true);
    expect(pad.refusals).toEqual([]);
  });
});
