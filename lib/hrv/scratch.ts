/**
 * Working arrays cut from larger blocks. An analysis needs about a hundred short arrays, and allocating each by itself would cost more than
 * all of its arithmetic. A block is never reused, so every array is zeroed and not shared. A block lives as long as any array cut from it,
 * so whatever leaves the engine must be a copy.
 */

const BLOCK_BYTES = 1 << 15;
/** Longer arrays get their own memory. Blocks are small, because the system provides large ones page by page. */
const LONGEST_BYTES = 1 << 14;

let block = new ArrayBuffer(0);
let used = 0;

/** Place in the current block for so many bytes, on an 8-byte boundary. */
function place(bytes: number): number {
  if (used + bytes > block.byteLength) {
    block = new ArrayBuffer(BLOCK_BYTES);
    used = 0;
  }
  const at = used;
  used += (bytes + 7) & ~7;
  return at;
}

/** A zeroed working array of numbers. */
export function float64(length: number): Float64Array {
  if (length * 8 > LONGEST_BYTES) return new Float64Array(length);
  const at = place(length * 8);
  return new Float64Array(block, at, length);
}

/** A zeroed working array of whole numbers. */
export function int32(length: number): Int32Array {
  if (length * 4 > LONGEST_BYTES) return new Int32Array(length);
  const at = place(length * 4);
  return new Int32Array(block, at, length);
}

/** A zeroed working array of small whole numbers. */
export function uint8(length: number): Uint8Array {
  if (length > LONGEST_BYTES) return new Uint8Array(length);
  const at = place(length);
  return new Uint8Array(block, at, length);
}
