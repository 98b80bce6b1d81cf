import type { ModelPacket, PeripheralModel, RadioOperation, RadioOutcome } from './model';
import { earliest, refused } from './peripheral';
import { type Prng, prng } from './prng';

export interface RadioFaultOptions {
  readonly seed: number;
  /** Probability of each fault, 0 to 1. */
  readonly chance?: Partial<Readonly<Record<PacketFault | OperationFault, number>>>;
  /** Delay of each operation and packet, uniform between these. Default none. */
  readonly latencyMs?: { readonly min: number; readonly max: number };
  /** Mean lifetime of a link until it is lost, ms, at a constant risk. Default endless. */
  readonly meanLinkMs?: number;
}

/**
 * Faults of packets: another packet of random bytes before it (`garbage`), the same packet again (`duplicate`), or a delay that puts it
 * after later packets (`reordered`).
 */
export type PacketFault = 'garbage' | 'duplicate' | 'reordered';

/** At most one per operation. The model itself answers `in-progress` to reads and writes, so it needs no simulated transport. */
export type OperationFault = 'in-progress' | 'fails' | 'hangs' | 'link-lost' | 'connect-fails' | 'connect-hangs' | 'connect-lost';

const connectFaults = [
  ['connect-fails', 'fails'],
  ['connect-hangs', 'hangs'],
  ['connect-lost', 'link-lost'],
] as const;
const operationFaults = [
  ['fails', 'fails'],
  ['hangs', 'hangs'],
  ['link-lost', 'link-lost'],
  ['in-progress', 'in-progress'],
] as const;
const REORDERED_MS = 1500;
const LONGEST_GARBAGE = 20;

/**
 * The same peripheral behind a bad radio link. Without the simulated transport, only packets and `in-progress` go wrong; the other faults
 * need it. Packets in flight are lost with the link. Deterministic: same seed and calls, same faults.
 */
export function withRadioFaults<M extends PeripheralModel>(model: M, options: RadioFaultOptions): M {
  const { seed, chance = {}, latencyMs = { min: 0, max: 0 }, meanLinkMs } = options;
  const [forPackets, forOperations, forAnswers, forLinks] = [prng(seed, 30), prng(seed, 31), prng(seed, 32), prng(seed, 33)];
  const happens = (random: Prng, fault: PacketFault | OperationFault) => random.uniform() < (chance[fault] ?? 0);
  const delayMs = (random: Prng) => latencyMs.min + (latencyMs.max - latencyMs.min) * random.uniform();
  let onTheWay: ModelPacket[] = [];
  let inOrderMs = Number.NEGATIVE_INFINITY;
  let endsAtMs: number | null = null;

  function take(packet: ModelPacket): void {
    const { characteristic, atMs } = packet;
    // Always draw the same count of numbers, so that one probability does not affect the other faults.
    const [garbage, duplicate, reordered] = [
      happens(forPackets, 'garbage'),
      happens(forPackets, 'duplicate'),
      happens(forPackets, 'reordered'),
    ];
    inOrderMs = Math.max(inOrderMs, atMs + delayMs(forPackets));
    const dueMs = inOrderMs + (reordered ? REORDERED_MS * forPackets.uniform() : 0);
    if (garbage) onTheWay.push({ characteristic, bytes: randomBytes(forPackets), atMs: dueMs });
    onTheWay.push({ ...packet, atMs: dueMs });
    if (duplicate) onTheWay.push({ ...packet, atMs: dueMs });
  }

  function radio(operation: RadioOperation): RadioOutcome {
    const outcome = { delayMs: delayMs(forOperations), end: 'done' as const };
    const wasDone = forOperations.uniform() < 0.5;
    const uniform = forOperations.uniform();
    let below = 0;
    for (const [fault, end] of operation === 'connect' ? connectFaults : operationFaults) {
      // The model itself answers this, see below.
      if (fault === 'in-progress' && (operation === 'read' || operation === 'write')) continue;
      below += chance[fault] ?? 0;
      if (uniform < below) return { ...outcome, end: end === 'hangs' && wasDone ? 'hangs-when-done' : end };
    }
    return outcome;
  }

  const lose = () => {
    onTheWay = [];
    inOrderMs = Number.NEGATIVE_INFINITY;
    endsAtMs = null;
  };

  return {
    ...model,
    connected(atMs) {
      lose();
      if (meanLinkMs !== undefined) endsAtMs = atMs - meanLinkMs * Math.log(1 - forLinks.uniform());
      model.connected(atMs);
    },
    disconnected(atMs) {
      lose();
      model.disconnected(atMs);
    },
    read: (uuid, atMs) => (happens(forAnswers, 'in-progress') ? refused('in-progress') : model.read(uuid, atMs)),
    write: (uuid, bytes, atMs) => (happens(forAnswers, 'in-progress') ? refused('in-progress') : model.write(uuid, bytes, atMs)),
    nextAtMs: () => earliest([model.nextAtMs(), ...onTheWay.map(({ atMs }) => atMs)]),
    advance(toMs) {
      for (const packet of model.advance(toMs)) take(packet);
      const due = onTheWay.filter(({ atMs }) => atMs <= toMs).sort((a, b) => a.atMs - b.atMs);
      onTheWay = onTheWay.filter(({ atMs }) => atMs > toMs);
      return due;
    },
    endsLinkAtMs: () => earliest([model.endsLinkAtMs?.() ?? null, endsAtMs]),
    radio,
  };
}

function randomBytes(random: Prng): Uint8Array {
  const length = Math.floor(random.uniform() * (LONGEST_GARBAGE + 1));
  return Uint8Array.from({ length }, () => Math.floor(random.uniform() * 256));
}
