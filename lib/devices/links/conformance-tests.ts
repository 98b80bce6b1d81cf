import { type ReadonlySignal, signal } from '@preact/signals';
import { BluetoothFault } from '../../bluetooth/fault';
import type { Clock } from '../../core/clock';
import { type ConformanceReport, type ConformanceStep, runConformance } from '../drivers/open-recovery';
import type { DeviceRegistry } from './registry';

/** How far the test of a device is. `not-begun`: the link was lost, or something else took the device, before the test began. */
export type ConformanceStage =
  | { readonly kind: 'idle' | 'not-begun' }
  | { readonly kind: 'running'; readonly step: ConformanceStep }
  | { readonly kind: 'done'; readonly report: ConformanceReport };

/** Of a device that was not tested yet. */
export const IDLE: ConformanceStage = { kind: 'idle' };

/**
 * The conformance tests of the app tab. Keeps in memory how far the test of each device is, and what the last one found, so that a test goes
 * on when its screen is left. A stop of the device ends its test (`DeviceRegistry.stop`), and so does the end of its link.
 */
export class ConformanceTests {
  readonly #devices: Pick<DeviceRegistry, 'alone'>;
  readonly #clock: Clock;
  readonly #stages = signal<ReadonlyMap<string, ConformanceStage>>(new Map());

  constructor(devices: Pick<DeviceRegistry, 'alone'>, clock: Clock) {
    this.#devices = devices;
    this.#clock = clock;
  }

  /** By the id of a device. */
  get stages(): ReadonlySignal<ReadonlyMap<string, ConformanceStage>> {
    return this.#stages;
  }

  /** Tests a device. Resolves when the test is over, however it ended; throws only what is a fault of ours. */
  async run(id: string): Promise<void> {
    const clock = this.#clock;
    if (this.#stages.value.get(id)?.kind === 'running') return;
    const onStep = (step: ConformanceStep) => this.#set(id, { kind: 'running', step });
    onStep('describe');
    try {
      const report = await this.#devices.alone(
        id,
        (link, signal) => runConformance({ link, clock, onStep }, signal),
        new AbortController().signal,
      );
      this.#set(id, { kind: 'done', report });
    } catch (error) {
      this.#set(id, error instanceof BluetoothFault ? { kind: 'not-begun' } : IDLE);
      if (!(error instanceof BluetoothFault)) throw error;
    }
  }

  #set(id: string, stage: ConformanceStage): void {
    this.#stages.value = new Map(this.#stages.value).set(id, stage);
  }
}
