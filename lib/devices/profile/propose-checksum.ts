import { checksum, checksumBytes } from './checksum';
import { CHECKSUMS, type ChecksumName } from './schema';

/** A checksum that fits every packet that was compared. */
export interface FoundChecksum {
  readonly type: ChecksumName;
  /** The first byte that it covers. */
  readonly from: number;
  /** The number of bytes behind it. */
  readonly behind: number;
  readonly order: 'le' | 'be';
  /** The number of different packets that it fits. */
  readonly packets: number;
}

/** Fewer different packets prove nothing: one byte fits by chance in one packet of 256. */
export const LEAST_PACKETS = 3;
const LATEST_START = 4;
const MOST_BEHIND = 1;

/**
 * The checksums that fit all of these packets, the simplest first: over the fewest bytes left out at the start and the end. Empty below three
 * different packets, or when what would be the checksum never changes.
 */
export function findChecksums(packets: readonly (readonly number[])[]): readonly FoundChecksum[] {
  const different = [...new Map(packets.map((packet) => [packet.join(), packet])).values()];
  if (different.length < LEAST_PACKETS) return [];
  const found: FoundChecksum[] = [];
  for (let behind = 0; behind <= MOST_BEHIND; behind++) {
    for (let from = 0; from <= LATEST_START; from++) {
      for (const type of CHECKSUMS) {
        for (const order of checksumBytes(type) === 1 ? (['le'] as const) : (['le', 'be'] as const)) {
          if (fitsAll(different, type, from, behind, order)) found.push({ type, from, behind, order, packets: different.length });
        }
      }
    }
  }
  return found;
}

function fitsAll(packets: readonly (readonly number[])[], type: ChecksumName, from: number, behind: number, order: 'le' | 'be'): boolean {
  const size = checksumBytes(type);
  const sums = new Set<string>();
  for (const packet of packets) {
    const at = packet.length - behind - size;
    if (at < from + 1) return false;
    const sum = packet.slice(at, at + size);
    if (checksum(type, packet.slice(from, at), order).join() !== sum.join()) return false;
    sums.add(sum.join());
  }
  return sums.size > 1;
}
