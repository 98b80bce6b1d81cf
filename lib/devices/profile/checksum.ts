import { sum } from '../../core/statistics';
import type { ChecksumName } from './schema';

interface Crc16 {
  /** Highest bit first, whether or not the algorithm is reflected. */
  readonly polynomial: number;
  readonly initial: number;
  readonly reflected: boolean;
}

/** Names and parameters as in Greg Cook's catalogue of CRC algorithms, except A327, which is Sperax's own. */
const crcs: Readonly<Partial<Record<ChecksumName, Crc16>>> = {
  'crc16-modbus': { polynomial: 0x8005, initial: 0xffff, reflected: true },
  // 0xA327 is the reflected form.
  'crc16-a327': { polynomial: 0xe4c5, initial: 0xffff, reflected: true },
  'crc16-ccitt': { polynomial: 0x1021, initial: 0xffff, reflected: false },
  'crc16-xmodem': { polynomial: 0x1021, initial: 0, reflected: false },
};

/** Number of bytes of a checksum. */
export function checksumBytes(name: ChecksumName): 1 | 2 {
  return name.startsWith('crc16') || name === 'sum16' ? 2 : 1;
}

/** The checksum over `bytes`. Of two bytes, the lower one first unless `order` is `be`. */
export function checksum(name: ChecksumName, bytes: readonly number[], order: 'le' | 'be' = 'le'): number[] {
  const value = computeSum(name, bytes);
  if (checksumBytes(name) === 1) return [value & 0xff];
  const pair = [value & 0xff, (value >> 8) & 0xff];
  return order === 'le' ? pair : pair.reverse();
}

function computeSum(name: ChecksumName, bytes: readonly number[]): number {
  const parameters = crcs[name];
  if (parameters !== undefined) return crc16(bytes, parameters);
  if (name === 'xor8') return bytes.reduce((all, one) => all ^ one, 0);
  const total = sum(bytes);
  if (name === 'sum8-ones') return ~total;
  return name === 'sum8-twos' ? -total : total;
}

function crc16(bytes: readonly number[], { polynomial, initial, reflected }: Crc16): number {
  const mirrored = mirror(polynomial);
  let crc = initial;
  for (const byte of bytes) {
    crc ^= reflected ? byte : byte << 8;
    for (let bit = 0; bit < 8; bit++) {
      if (reflected) crc = crc & 1 ? (crc >>> 1) ^ mirrored : crc >>> 1;
      else crc = crc & 0x8000 ? ((crc << 1) ^ polynomial) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc;
}

function mirror(value: number): number {
  let mirrored = 0;
  for (let bit = 0; bit < 16; bit++) if (value & (1 << bit)) mirrored |= 0x8000 >>> bit;
  return mirrored;
}
