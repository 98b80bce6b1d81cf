import { type ReadonlySignal, signal } from '@preact/signals';
import { BluetoothFault, type BluetoothFaultCode } from '../bluetooth/fault';
import type { PolarPmd } from '../bluetooth/polar';
import type { SensorContact } from '../bluetooth/services/heart-rate';
import type { PmdFrame, PmdStream } from '../bluetooth/services/polar-pmd';
import type { EcgTrace } from '../hrv';
import type { BetterSource } from '../storage';
import { PolarBeats, type PolarBeatsRun } from './polar-beats';

const STREAMS = { 'polar-ecg': 'ecg', 'polar-ppi': 'ppi' } as const satisfies Record<BetterSource, PmdStream>;
/** Faults that are no answer of the strap's: the link is gone, or was left. */
const ENDED: ReadonlySet<BluetoothFaultCode> = new Set(['disconnected', 'aborted', 'superseded']);

/**
 * The one stream of a Polar that a check is taken from, and the beats in it. Keeps the stream of the present link, and the beats over all
 * links of one check: its owner tells it of a lost link by `cut`, and of the next check by `forget`. Whoever started it owes it a `stop`.
 */
export class PolarStream {
  readonly #ecg = signal<EcgTrace | null>(null);
  #beats: PolarBeats | null = null;
  /** Told to start on the present link, and not yet to stop. */
  #running: { readonly pmd: PolarPmd; readonly stream: PmdStream } | null = null;

  /** The newest seconds of the ECG, anew with every frame (twice a second); null where there is none. */
  get ecg(): ReadonlySignal<EcgTrace | null> {
    return this.#ecg;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** Throws as `PolarPmd.start` does. */
  async start(
    pmd: PolarPmd,
    source: BetterSource,
    heard: (frame: PmdFrame) => void,
    reportUnexpected: (what: string) => void,
  ): Promise<void> {
    const stream = STREAMS[source];
    this.#running = { pmd, stream };
    const { rateHz } = await pmd.start(stream, { frame: heard, reportUnexpected });
    this.#beats ??= new PolarBeats(rateHz);
  }

  /** The write is handed to the link before this first waits. Throws what the link throws. */
  async stop(): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    await running.pmd.stop(running.stream);
    this.#running = null;
  }

  /** The intervals that a frame completes. */
  push(frame: PmdFrame, contact: SensorContact): readonly PolarBeatsRun[] {
    if (this.#beats === null) return [];
    const runs = this.#beats.push(frame, contact);
    if (frame.stream === 'ecg') this.#ecg.value = this.#beats.trace;
    return runs;
  }

  /** The link is gone, and the stream with it. Gives the last intervals. */
  cut(): readonly PolarBeatsRun[] {
    this.#running = null;
    return this.#beats?.cut() ?? [];
  }

  /** What comes next is another check's, or comes from elsewhere. */
  forget(): void {
    this.#beats = null;
    this.#ecg.value = null;
  }
}

/** What a device has that is better than its heart-rate service. */
export function findBetterSource(pmd: PolarPmd | null): BetterSource | null {
  if (pmd?.streams.includes('ecg')) return 'polar-ecg';
  return pmd?.streams.includes('ppi') ? 'polar-ppi' : null;
}

/** Those of a device's streams that a check can have started. */
export function betterStreams(pmd: PolarPmd): readonly PmdStream[] {
  return Object.values(STREAMS).filter((stream) => pmd.streams.includes(stream));
}

/** Whether it is no answer of the device's, to which another question could be put. */
export function isLost(error: unknown): boolean {
  return !(error instanceof BluetoothFault) || ENDED.has(error.code);
}
