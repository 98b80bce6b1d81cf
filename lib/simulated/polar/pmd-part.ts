import {
  encodePmdFeatures,
  encodePmdFrame,
  type PmdFrame,
  type PmdSettings,
  type PmdStream,
  pmdStreams,
  polarPmdUuids,
  polarTimestampNs,
} from '../../bluetooth/services/polar-pmd';
import type { ModelPacket } from '../model';
import { allows, answered, earliest, type ModelPart } from '../peripheral';
import { answerPmd, type Offer } from './pmd-control';

/** Produces the samples of one stream from its start. */
export interface FrameSource {
  /** When the last sample of frame number n (from 0) is taken and the frame is sent. */
  atMs(frame: number): number;
  /** Its samples; `null` if there are none. Frames are requested in order; some may be skipped. */
  samples(frame: number): Samples | null;
}

export type Samples = PmdFrame extends infer F ? (F extends PmdFrame ? Omit<F, 'timestampNs'> : never) : never;

export interface PmdOptions {
  readonly offer: Offer;
  source(stream: PmdStream, settings: PmdSettings, fromMs: number): FrameSource;
  /** Time on the device's clock at the first connection, epoch ms; default 2019-01-01, which an H10 has after idling. */
  readonly clockMs?: number;
}

const ANSWER_MS = 50;

/**
 * Polar Measurement Data service. A stream runs until it is stopped, connected or not; samples without a connection are lost. Answers its
 * control point after 50 ms.
 */
export function pmdPart({ offer, source, clockMs = Date.UTC(2019, 0, 1) }: PmdOptions): ModelPart & { streaming(): readonly PmdStream[] } {
  const active = new Map<PmdStream, { readonly source: FrameSource; next: number }>();
  let firstMs: number | null = null;
  let linked = false;
  let answers: ModelPacket[] = [];
  const timestampNs = (atMs: number) => polarTimestampNs(clockMs) + BigInt(Math.round((atMs - (firstMs ?? atMs)) * 1e6));

  function frames(toMs: number): ModelPacket[] {
    const packets: ModelPacket[] = [];
    for (const stream of active.values()) {
      for (let atMs = stream.source.atMs(stream.next); atMs <= toMs; atMs = stream.source.atMs(stream.next)) {
        const samples = linked ? stream.source.samples(stream.next) : null;
        stream.next++;
        if (samples !== null)
          packets.push({ characteristic: polarPmdUuids.data, bytes: encodePmdFrame({ ...samples, timestampNs: timestampNs(atMs) }), atMs });
      }
    }
    return packets;
  }

  return {
    service: {
      uuid: polarPmdUuids.service,
      characteristics: [
        { uuid: polarPmdUuids.controlPoint, properties: allows('read', 'write', 'indicate') },
        { uuid: polarPmdUuids.data, properties: allows('notify') },
      ],
    },
    connected(atMs) {
      firstMs ??= atMs;
      frames(atMs);
      linked = true;
    },
    disconnected() {
      linked = false;
      answers = [];
    },
    read: () => answered(encodePmdFeatures(pmdStreams.filter((stream) => offer[stream] !== undefined))),
    write(_, bytes, atMs) {
      const answer = answerPmd(bytes, offer, new Set(active.keys()));
      const { change } = answer;
      if (change !== null && 'start' in change) {
        active.set(change.start, { source: source(change.start, change.settings, atMs), next: 0 });
      } else if (change !== null) active.delete(change.stop);
      answers.push({ characteristic: polarPmdUuids.controlPoint, bytes: answer.bytes, atMs: atMs + ANSWER_MS });
      return answered();
    },
    nextAtMs() {
      if (!linked) return null;
      return earliest([...answers.map(({ atMs }) => atMs), ...[...active.values()].map((stream) => stream.source.atMs(stream.next))]);
    },
    advance(toMs) {
      const due = [...answers.filter(({ atMs }) => atMs <= toMs), ...frames(toMs)];
      answers = answers.filter(({ atMs }) => atMs > toMs);
      return due.sort((a, b) => a.atMs - b.atMs);
    },
    streaming: () => [...active.keys()],
  };
}
