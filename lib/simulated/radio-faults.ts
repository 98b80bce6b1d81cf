import type { ModelPacket, PeripheralModel, RadioOperation, RadioOutcome } from './model';
import { earliest, refused } from './peripheral';
import { type Prng, prng } from './prng';

export interface RadioFaultOptions {
  readonly seed: number;
  /** Chance of each, 0..1. */
  readonly chance?: Partial<Readonly<Record<PacketFault | OperationFault, number>>>;
  /** How long each operation, and each packet, is on its way: evenly spread between these. Default at once. */
  readonly latencyMs?: { readonly min: number; readonly max: number };
  /** How long a link holds on average before it is lost by itself, ms, at an even risk all the while. Default for ever. */
  readonly meanLinkMs?: number;
}

/**
 * For each packet: another of random bytes before it (`garbage`), the same again (`duplicate`), or late enough to come after later ones
 * (`reordered`).
 */
export type PacketFault = 'garbage' | 'duplicate' | 'reordered';

/** For each operation, at most one. `in-progress` of reads and writes comes from the model itself, so behind any radio. */
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
 * The same peripheral behind a bad radio link. When only the model is used, packets and `in-progress` go wrong; the other faults need the
 * simulated transport. Packets on their way are lost with the link. Deterministic: same seed and calls, same faults.
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
    // Always as many numbers, whatever happens, so that one chance does not move the others.
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
      // The model itself answers so, below.
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
