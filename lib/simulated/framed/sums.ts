/** Checksums as the devices compute them. Written separately from those of the profiles, so that one mistake cannot hide the other. */

export function toSum(bytes: Iterable<number>): number {
  let sum = 0;
  for (const byte of bytes) sum = (sum + byte) % 256;
  return sum;
}

/** Bitwise and reflected, including `polynomial`; starts with all ones. */
export function reflectedCrc16(bytes: Iterable<number>, polynomial: number): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    for (let bit = 0; bit < 8; bit++) {
      const one = ((byte >> bit) ^ crc) & 1;
      crc = (crc >> 1) ^ (one === 1 ? polynomial : 0);
    }
  }
  return crc;
}
