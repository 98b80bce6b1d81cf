import type { ModelPacket, ModelReply, ModelService, PeripheralModel } from '../model';
import { answered, earliest, type ModelPart, peripheral, refused } from '../peripheral';

/** What the device does now, whoever is connected. */
export interface FramedDeviceState {
  readonly running: boolean;
  /** By zone. */
  readonly levels: Readonly<Record<string, number>>;
  readonly temperatureC?: number;
  readonly programme?: string;
  readonly remainingS?: number;
  readonly speedKmh?: number;
}

/** A received write and its result: its meaning, or why it was refused. */
export interface ReceivedFrame {
  readonly atMs: number;
  readonly characteristic: string;
  readonly bytes: Uint8Array;
  readonly meaning: string;
}

export type FrameRefusal = 'bad-frame' | 'bad-checksum' | 'unknown-command' | 'out-of-range' | 'locked' | 'too-fast' | 'off' | 'motor';

export interface FramedDevice extends PeripheralModel {
  state(atMs: number): FramedDeviceState;
  readonly accepted: readonly ReceivedFrame[];
  readonly refusals: readonly (ReceivedFrame & { readonly meaning: FrameRefusal })[];
}

export interface FramedDeviceOptions {
  readonly name?: string;
  readonly address?: string;
}

/** What a frame meant to the device, or why it was ignored. */
export type Obeyed = { readonly meaning: string } | { readonly refused: FrameRefusal };

/** The device without its radio, which `framedDevice` adds. */
export interface FramedDeviceBody {
  readonly services: readonly ModelService[];
  obey(characteristic: string, bytes: Uint8Array, atMs: number): Obeyed;
  state(atMs: number): FramedDeviceState;
  connected?(atMs: number): void;
  disconnected?(atMs: number): void;
  read?(characteristic: string, atMs: number): Uint8Array;
  /** Sent by itself at this interval while somebody is connected; null: nothing this time. */
  readonly tells?: { readonly everyMs: number; packet(atMs: number): Pick<ModelPacket, 'characteristic' | 'bytes'> | null };
  /** Ignores a frame that arrives sooner after the previous one. */
  readonly spacingMs?: number;
}

/** Sends a packet shortly after `atMs`. */
export type Send = (characteristic: string, bytes: Uint8Array, atMs: number) => void;

const ANSWER_MS = 30;
/** Frames that a real device ignores without an answer. */
const SILENT: ReadonlySet<FrameRefusal> = new Set(['too-fast', 'off']);

/**
 * A device that is controlled by frames. Answers invalid frames with a failure; silently ignores those that come too soon, or while it is
 * off.
 */
export function framedDevice(
  identity: Pick<PeripheralModel, 'address' | 'name' | 'advertised'>,
  make: (send: Send) => FramedDeviceBody,
): FramedDevice {
  const accepted: ReceivedFrame[] = [];
  const refusals: FramedDevice['refusals'][number][] = [];
  let outbox: ModelPacket[] = [];
  let linked = false;
  let tellAtMs: number | null = null;
  let lastMs = Number.NEGATIVE_INFINITY;
  const body = make((characteristic, bytes, atMs) => {
    if (linked) outbox.push({ characteristic, bytes, atMs: atMs + ANSWER_MS });
  });

  const write = (characteristic: string, bytes: Uint8Array, atMs: number): ModelReply => {
    const tooFast = atMs - lastMs < (body.spacingMs ?? 0);
    if (!tooFast) lastMs = atMs;
    const obeyed: Obeyed = tooFast ? { refused: 'too-fast' } : body.obey(characteristic, bytes, atMs);
    if ('meaning' in obeyed) {
      accepted.push({ atMs, characteristic, bytes, meaning: obeyed.meaning });
      return answered();
    }
    refusals.push({ atMs, characteristic, bytes, meaning: obeyed.refused });
    return SILENT.has(obeyed.refused) ? answered() : refused('failed');
  };

  const parts = body.services.map(
    (service, i): ModelPart => ({
      service,
      connected(atMs) {
        if (i > 0) return;
        linked = true;
        outbox = [];
        tellAtMs = body.tells === undefined ? null : atMs + body.tells.everyMs;
        body.connected?.(atMs);
      },
      disconnected(atMs) {
        if (i > 0) return;
        linked = false;
        outbox = [];
        tellAtMs = null;
        body.disconnected?.(atMs);
      },
      read: (characteristic, atMs) => {
        const bytes = body.read?.(characteristic, atMs);
        return bytes === undefined ? refused('not-supported') : answered(bytes);
      },
      write,
      nextAtMs: () => (i > 0 ? null : earliest([tellAtMs, ...outbox.map(({ atMs }) => atMs)])),
      advance(toMs) {
        if (i > 0) return [];
        while (body.tells !== undefined && tellAtMs !== null && tellAtMs <= toMs) {
          const packet = body.tells.packet(tellAtMs);
          if (packet !== null) outbox.push({ ...packet, atMs: tellAtMs });
          tellAtMs += body.tells.everyMs;
        }
        const due = outbox.filter(({ atMs }) => atMs <= toMs).sort((a, b) => a.atMs - b.atMs);
        outbox = outbox.filter(({ atMs }) => atMs > toMs);
        return due;
      },
    }),
  );
  return { ...peripheral(identity, parts), state: (atMs) => body.state(atMs), accepted, refusals };
}
