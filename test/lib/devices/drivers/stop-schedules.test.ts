import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceInformationUuids } from '../../../../lib/bluetooth/services/device-information';
import type { DriverCommand, DriverKind } from '../../../../lib/devices/driver';
import { fitnessKinds } from '../../../../lib/devices/drivers/ftms';
import { hypervolt2 } from '../../../../lib/devices/drivers/hypervolt';
import { openRecoveryKinds } from '../../../../lib/devices/drivers/open-recovery';
import type { PeripheralModel } from '../../../../lib/simulated/model';
import { withRadioFaults } from '../../../../lib/simulated/radio-faults';
import { simulatedBoots } from '../../../../lib/simulated/recovery/boots';
import { madeUpTable, simulatedHypervolt } from '../../../../lib/simulated/recovery/hypervolt';
import { simulatedTreadmill } from '../../../../lib/simulated/treadmill';
import { rigged } from './rig';

interface Subject {
  readonly make: () => PeripheralModel & { rests(atMs: number): boolean };
  readonly kind: DriverKind | undefined;
  readonly commands: readonly DriverCommand[];
  readonly stop: string;
}

const level = (zone: string, value: number): DriverCommand => ({ kind: 'level', zone, level: value });
const belt: readonly DriverCommand[] = [
  { kind: 'start' },
  { kind: 'pause' },
  { kind: 'timer', seconds: 60 },
  level('belt', 3),
  level('belt', 5),
];

const subjects: Readonly<Record<string, Subject>> = {
  treadmill: {
    make: () => {
      const model = simulatedTreadmill();
      return { ...model, rests: (atMs) => model.state(atMs).drive === 0 };
    },
    kind: fitnessKinds.find(({ id }) => id === 'ftms-treadmill'),
    commands: belt,
    stop: '0801',
  },
  'KingSmith pad': {
    make: () => {
      const model = simulatedTreadmill({ dialect: 'kingsmith', incline: null });
      return { ...model, rests: (atMs) => model.state(atMs).drive === 0 };
    },
    kind: fitnessKinds.find(({ id }) => id === 'kingsmith-ftms'),
    commands: belt,
    stop: '0801',
  },
  Hypervolt: {
    make: () => {
      const model = simulatedHypervolt();
      return { ...model, rests: () => model.motor() === 0 };
    },
    kind: hypervolt2,
    commands: [{ kind: 'start' }, level('motor', 1), level('motor', 2), level('motor', 3)],
    stop: '00',
  },
  boots: {
    make: () => {
      const model = simulatedBoots();
      return { ...model, rests: (atMs) => model.state(atMs).state === 'idle' };
    },
    kind: openRecoveryKinds.find(({ id }) => id === 'open-recovery-compression'),
    commands: [{ kind: 'timer', seconds: 60 }, { kind: 'start' }, level('chamber-1', 40), level('chamber-2', 60), { kind: 'pause' }],
    stop: '07',
  },
};

describe('a stop is at most the second next write, and the last one, whatever is queued', () => {
  it.each(Object.entries(subjects))('%s', async (_, { make, kind, commands, stop }) => {
    if (kind === undefined) throw new Error('no such kind');
    const schedule = fc.record({
      queue: fc.array(fc.record({ command: fc.constantFrom(...commands), afterMs: fc.integer({ min: 0, max: 400 }) }), { maxLength: 12 }),
      stopMs: fc.integer({ min: 0, max: 300 }),
      latencyMs: fc.integer({ min: 1, max: 80 }),
      seed: fc.integer({ min: 1, max: 1000 }),
    });
    await fc.assert(
      fc.asyncProperty(schedule, async ({ queue, stopMs, latencyMs, seed }) => {
        const model = make();
        const radio = withRadioFaults(model, { seed, latencyMs: { min: latencyMs, max: latencyMs }, chance: { 'in-progress': 0.05 } });
        const rig = await rigged(radio, kind, { address: Uint8Array.of(0x10, 0x20, 0x30, 0x40, 0x50, 0x60), table: madeUpTable() });
        for (const { command, afterMs } of queue) {
          rig.driver.apply(command).catch(() => {});
          await rig.time.pass(afterMs);
        }
        await rig.time.pass(stopMs);
        const before = rig.written.length;
        const stopping = rig.driver.stop();
        stopping.catch(() => {});
        await rig.time.pass(30_000);
        await stopping;
        const after = rig.written.slice(before).map(({ hex }) => hex);
        // The write already under way; then perhaps a request for control; then the stop, repeated where the radio was busy.
        expect(after.indexOf(stop)).toBeLessThanOrEqual(2);
        expect(after.at(-1)).toBe(stop);
        expect(model.rests(rig.time.nowMs())).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

it.each(Object.entries(subjects))('%s: a stop does not wait for queued reads of others', async (_, { make, kind, stop }) => {
  if (kind === undefined) throw new Error('no such kind');
  const radio = withRadioFaults(make(), { seed: 1, latencyMs: { min: 50, max: 50 } });
  const rig = await rigged(radio, kind, { address: Uint8Array.of(0x10, 0x20, 0x30, 0x40, 0x50, 0x60), table: madeUpTable() });
  const link = rig.link();
  const service = await read(rig.time, link.service(deviceInformationUuids.service));
  const [readable] = service?.characteristics ?? [];
  const reads: number[] = [];
  for (let i = 0; i < 20 && readable !== undefined; i++) void link.read(readable).then(() => reads.push(rig.time.nowMs()));
  if (readable === undefined)
    for (let i = 0; i < 20; i++) void link.service(deviceInformationUuids.service).then(() => reads.push(rig.time.nowMs()));
  const fromMs = rig.time.nowMs();
  expect(await rig.done(rig.driver.stop())).toBeNull();
  // One read was under way; then perhaps a request for control.
  const stopped = rig.written.find(({ hex, atMs }) => hex === stop && atMs >= fromMs);
  expect((stopped?.atMs ?? Number.POSITIVE_INFINITY) - fromMs).toBeLessThanOrEqual(150);
  await rig.time.pass(5000);
  expect(reads.length).toBe(20);
});

async function read<T>(time: { pass(ms: number): Promise<void> }, work: Promise<T>): Promise<T> {
  await time.pass(500);
  return work;
}
