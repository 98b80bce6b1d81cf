import { Connection } from '../../lib/bluetooth/connection';
import { BluetoothFault } from '../../lib/bluetooth/fault';
import type { Link } from '../../lib/bluetooth/link';
import { openRecoveryServices } from '../../lib/bluetooth/services/open-recovery';
import { type ConformanceReport, type ConformanceStep, runConformance } from '../../lib/devices/drivers/open-recovery';
import type { PeripheralModel } from '../../lib/simulated/model';
import { simulatedTransport } from '../../lib/simulated/transport';
import { heldTime } from '../lib/simulated/held-time';

const LONGEST_MS = 1_800_000;
const STEP_MS = 1000;

export interface Tried {
  readonly report: ConformanceReport;
  readonly steps: readonly ConformanceStep[];
  /** Every write, in hexadecimal, with the time of the device. */
  readonly written: readonly { readonly hex: string; readonly atMs: number }[];
  readonly tookMs: number;
}

export interface TryOptions {
  /** The signal aborts after so long. */
  readonly leaveAfterMs?: number;
  /** The device goes out of reach after so long. */
  readonly loseAfterMs?: number;
  /** A person at the device, told of each step of the test. */
  readonly onStep?: (step: ConformanceStep, atMs: number) => void;
}

/** Runs the conformance test on a fresh device, in time that is advanced at once. Its `write` is replaced. */
export async function runDevice(model: PeripheralModel, options: TryOptions = {}): Promise<Tried> {
  const time = heldTime();
  const clock = { now: time.nowMs, wait: (ms: number, signal = new AbortController().signal) => time.wait(ms, signal) };
  const written: { hex: string; atMs: number }[] = [];
  const steps: ConformanceStep[] = [];
  const write = model.write.bind(model);
  model.write = (uuid, bytes, atMs) => {
    written.push({ hex: Buffer.from(bytes).toString('hex'), atMs });
    return write(uuid, bytes, atMs);
  };
  const transport = simulatedTransport([model], time);
  const links: Link[] = [];
  const leaving = new AbortController();
  const connection = new Connection({
    clock,
    random: () => 0.5,
    setUp: async (link) => void links.push(link),
    // As the owner of the link does.
    onLost: () => leaving.abort(new BluetoothFault('disconnected')),
  });
  await connection.open(await transport.request({ services: [], optionalServices: Object.values(openRecoveryServices) }));
  const [link] = links;
  if (link === undefined) throw new Error('no link');
  const onStep = (step: ConformanceStep) => {
    steps.push(step);
    options.onStep?.(step, time.nowMs());
  };
  let over = false;
  const running = runConformance({ link, clock, onStep }, leaving.signal).finally(() => {
    over = true;
  });
  running.catch(() => {});
  while (!over && time.nowMs() < LONGEST_MS) {
    if (time.nowMs() >= (options.leaveAfterMs ?? Number.POSITIVE_INFINITY)) leaving.abort(new Error('left'));
    if (time.nowMs() >= (options.loseAfterMs ?? Number.POSITIVE_INFINITY)) transport.setInReach(model.address, false);
    await time.pass(STEP_MS);
  }
  if (!over) throw new Error('the test did not end');
  const tookMs = time.nowMs();
  const report = await running;
  connection.close();
  return { report, steps, written, tookMs };
}
