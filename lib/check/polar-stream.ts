import { type ReadonlySignal, signal } from '@preact/signals';
import { BluetoothFault, type BluetoothFaultCode } from '../bluetooth/fault';
import type { PolarPmd } from '../bluetooth/polar';
import type { SensorContact } from '../bluetooth/services/heart-rate';
import type { PmdFrame, PmdStream } from '../bluetooth/services/polar-pmd';
import type { EcgTrace } from '../hrv';
import type { BetterSource } from '../storage';
import { PolarBeats, type PolarBeatsRun } from './polar-beats';

const STREAMS = { 'polar-ecg': 'ecg', 'polar-ppi': 'ppi' } as const satisfies Record<BetterSource, PmdStream>;
/** Faults that are not an answer of the strap: the link is lost, or was closed. */
const ENDED: ReadonlySet<BluetoothFaultCode> = new Set(['disconnected', 'aborted', 'superseded']);

/**
 * The one Polar stream that a check uses, and the beats in it. Keeps the stream of the current link, and the beats over all links of one
 * check: its owner reports a lost link with `cut`, and the next check with `forget`. Whoever starts it must `stop` it.
 */
export class PolarStream {
  readonly #ecg = signal<EcgTrace | null>(null);
  #beats: PolarBeats | null = null;
  /** Was told to start on the current link, and not yet to stop. */
  #running: { readonly pmd: PolarPmd; readonly stream: PmdStream } | null = null;

  /** The newest seconds of the ECG, updated with every frame (twice a second); null where there is none. */
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

  /** Hands the write to the link before its first await. Throws what the link throws. */
  async stop(): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    await running.pmd.stop(running.stream);
    this.#running = null;
  }

  /** Returns the intervals that a frame completes. */
  push(frame: PmdFrame, contact: SensorContact): readonly PolarBeatsRun[] {
    if (this.#beats === null) return [];
    const runs = this.#beats.push(frame, contact);
    if (frame.stream === 'ecg') this.#ecg.value = this.#beats.trace;
    return runs;
  }

  /** Call when the link, and the stream with it, is gone. Returns the last intervals. */
  cut(): readonly PolarBeatsRun[] {
    this.#running = null;
    return this.#beats?.cut() ?? [];
  }

  /** What comes next belongs to another check or another source. */
  forget(): void {
    this.#beats = null;
    this.#ecg.value = null;
  }
}

/** A device's source that is better than its heart-rate service. */
export function findBetterSource(pmd: PolarPmd | null): BetterSource | null {
  if (pmd?.streams.includes('ecg')) return 'polar-ecg';
  return pmd?.streams.includes('ppi') ? 'polar-ppi' : null;
}

/** The streams of a device that a check may have started. */
export function betterStreams(pmd: PolarPmd): readonly PmdStream[] {
  return Object.values(STREAMS).filter((stream) => pmd.streams.includes(stream));
}

/** Whether the error means a lost link, so that asking the device something else is pointless. */
export function isLost(error: unknown): boolean {
  return !(error instanceof BluetoothFault) || ENDED.has(error.code);
}
