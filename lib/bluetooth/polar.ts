import type { Clock } from '../core/clock';
import { BluetoothFault } from './fault';
import type { Link } from './link';
import { limited } from './operation-queue';
import {
  decodePmdControlMessage,
  decodePmdFrame,
  decodePmdSettings,
  ecgChoice,
  encodePmdSettingsRequest,
  encodePmdStart,
  encodePmdStop,
  type PmdChoice,
  type PmdControlMessage,
  type PmdFrame,
  type PmdSetting,
  type PmdStatus,
  type PmdStream,
  type pmdOp,
  polarPmdUuids,
} from './services/polar-pmd';
import type { GattCharacteristic } from './transport';

/**
 * A device answers its control point within about 0.1 s; the limit leaves room for a slow adapter, and for a fallback within the set-up.
 * Starts are sent twice: Chromium on BlueZ takes the first change of a value after a read for the echo of that read, so an answer can get
 * lost. A second start is harmless.
 */
const ANSWER_WITHIN_MS = 2000;
const TIMES_ASKED = 2;
/** Only the last of start and stop counts: a waiting start must not follow the stop. */
const LATEST = 'polar';
/** The engine finds R peaks at these rates; an H10 offers only 130 Hz. */
const ECG_RATES_HZ = { least: 100, most: 200, wanted: 130 } as const;

type Answer = Extract<PmdControlMessage, { kind: 'response' }>;

export interface PmdListeners {
  readonly frame: (frame: PmdFrame) => void;
  /** A frame that could not be read, or a stream that the device stopped by itself; for the log. */
  readonly reportUnexpected: (what: string) => void;
}

/**
 * Polar Measurement Data on one link: what the device offers, one stream at a time, its frames, and the stop. Every started stream needs a
 * `stop`, or the device measures until its battery is empty; if a link was lost before that, call `stopLeftOn` on the next one. Unusable
 * once the link is lost.
 */
export class PolarPmd {
  readonly streams: readonly PmdStream[];
  readonly #link: Link;
  readonly #clock: Clock;
  readonly #control: GattCharacteristic;
  readonly #data: GattCharacteristic;
  #listens = false;
  #stopped = false;
  #awaited: { readonly op: keyof typeof pmdOp; readonly stream: PmdStream; readonly resolve: (answer: Answer) => void } | null = null;

  private constructor(link: Link, clock: Clock, control: GattCharacteristic, data: GattCharacteristic, streams: readonly PmdStream[]) {
    [this.#link, this.#clock, this.#control, this.#data, this.streams] = [link, clock, control, data, streams];
  }

  /**
   * Null if the device has no such service, or the user did not allow this page to use it (a strap that was paired before the page asked
   * for it).
   */
  static async find(link: Link, clock: Clock): Promise<PolarPmd | null> {
    const service = await link.service(polarPmdUuids.service);
    const of = (uuid: string) => service?.characteristics.find((characteristic) => characteristic.uuid === uuid);
    const [control, data] = [of(polarPmdUuids.controlPoint), of(polarPmdUuids.data)];
    if (control === undefined || data === undefined) return null;
    const features = decodePmdControlMessage(await link.read(control));
    const streams = features.ok && features.value.kind === 'features' ? features.value.streams : [];
    return new PolarPmd(link, clock, control, data, streams);
  }

  /**
   * Starts a stream, or uses one that an earlier link left running. Returns its settings. Throws `not-supported` if the device refuses,
   * `timeout` if it does not answer, and whatever the link throws.
   */
  async start(stream: PmdStream, { frame, reportUnexpected }: PmdListeners): Promise<PmdChoice> {
    await this.#listen(reportUnexpected);
    await this.#link.subscribe(this.#data, (value) => {
      const read = decodePmdFrame(value);
      if (!read.ok) reportUnexpected(`polar frame: ${read.error.name}`);
      else if (read.value.stream === stream) frame(read.value);
    });
    const choice = await this.#choice(stream);
    const { status } = await this.#ask('start', stream, encodePmdStart(stream, choice));
    if (status !== 'ok' && status !== 'already-in-state') throw refused(stream, status);
    return choice;
  }

  /**
   * Overtakes everything that waits, and allows no start after it. Resolves once the device has received it, without its answer: the link
   * may be closing.
   */
  stop(stream: PmdStream): Promise<void> {
    this.#stopped = true;
    return this.#link.write(this.#control, encodePmdStop(stream), true, { priority: 'stop', latest: LATEST });
  }

  /**
   * Stops what an earlier link left running. Does not wait for answers: a running stream stops, and for any other the device answers
   * `already-in-state`, which is as good. Throws what the link throws.
   */
  async stopLeftOn(streams: readonly PmdStream[], reportUnexpected: (what: string) => void): Promise<void> {
    if (streams.length === 0) return;
    // Many peripherals refuse a command if nobody listens for its answer.
    await this.#listen(reportUnexpected);
    for (const stream of streams) await this.#link.write(this.#control, encodePmdStop(stream), true);
  }

  async #listen(reportUnexpected: (what: string) => void): Promise<void> {
    if (this.#listens) return;
    await this.#link.subscribe(this.#control, (value) => this.#answered(value, reportUnexpected));
    this.#listens = true;
  }

  /** The settings of a stream: the wanted rate if it is offered, otherwise the finest values. PPI has no settings. */
  async #choice(stream: PmdStream): Promise<PmdChoice> {
    if (stream === 'ppi') return {};
    const answer = await this.#ask('settings', stream, encodePmdSettingsRequest(stream));
    if (answer.status !== 'ok') throw refused(stream, answer.status);
    const offered = decodePmdSettings(answer.parameters);
    if (!offered.ok || Object.keys(offered.value).length === 0) return stream === 'ecg' ? ecgChoice : {};
    const choice: Partial<Record<PmdSetting, number>> = {};
    for (const [key, values] of Object.entries(offered.value) as [PmdSetting, readonly number[]][]) {
      if (values.length > 0) choice[key] = Math.max(...values);
    }
    if (stream === 'ecg') choice.rateHz = ecgRate(offered.value.rateHz ?? []);
    return choice;
  }

  async #ask(op: Answer['op'], stream: PmdStream, bytes: Uint8Array): Promise<Answer> {
    const answer = new Promise<Answer>((resolve) => {
      this.#awaited = { op, stream, resolve };
    });
    try {
      for (let asked = 0; asked < TIMES_ASKED; asked++) {
        if (this.#stopped) throw new BluetoothFault('aborted');
        await this.#link.write(this.#control, bytes, true, { latest: LATEST });
        const heard = await limited(this.#clock, answer, ANSWER_WITHIN_MS).catch(() => null);
        if (heard !== null) return heard;
      }
      // Either the device is silent or the link is gone: then this throws the link's own fault.
      await this.#link.read(this.#control);
      throw new BluetoothFault('timeout', `polar ${op} ${stream}`);
    } finally {
      this.#awaited = null;
    }
  }

  #answered(value: DataView, reportUnexpected: PmdListeners['reportUnexpected']): void {
    const read = decodePmdControlMessage(value);
    const awaited = this.#awaited;
    if (!read.ok) reportUnexpected(`polar control point: ${read.error.name}`);
    else if (read.value.kind === 'stopped') reportUnexpected(`polar stopped by itself: ${read.value.streams.join(' ')}`);
    else if (read.value.kind === 'response' && read.value.op === awaited?.op && read.value.stream === awaited.stream) {
      awaited.resolve(read.value);
    }
  }
}

function ecgRate(offered: readonly number[]): number {
  const { least, most, wanted } = ECG_RATES_HZ;
  if (offered.includes(wanted)) return wanted;
  const other = offered.find((rate) => rate >= least && rate <= most);
  if (other === undefined) throw new BluetoothFault('not-supported', `polar ecg at ${offered.join(' ')} Hz`);
  return other;
}

function refused(stream: PmdStream, status: PmdStatus): BluetoothFault {
  return new BluetoothFault('not-supported', `polar ${stream}: ${status}`);
}
