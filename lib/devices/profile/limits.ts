import { uuid16 } from '../../bluetooth/uuid';

/** After escapes. An attribute can hold 512 bytes, but no known device needs more than this. */
export const LONGEST_FRAME = 128;
export const LONGEST_TEXT = 128 * 1024;
export const DEEPEST = 12;
/** A connection allows 20 s for its set-up. */
export const LONGEST_SET_UP_MS = 15_000;
/** A question without an answer is given up after this time. An answer that comes later would be taken for that of the next question. */
export const ANSWER_WITHIN_MS = 2000;
/** The most steps in a range. */
export const MOST_STEPS = 20_000;

/** Services that replace firmware or act as a keyboard. A profile may not use them. */
export const FORBIDDEN_SERVICES: ReadonlySet<string> = new Set([
  uuid16(0x1800),
  uuid16(0x1801),
  uuid16(0x1812),
  uuid16(0xfe59),
  uuid16(0xfffd),
  '00001530-1212-efde-1523-785feabcd123',
  '8e400001-f315-4f60-9fb8-838830daea50',
  'f000ffc0-0451-4000-b000-000000000000',
  '1d14d6ee-fd63-4fa1-bfa4-8f47b42119f0',
]);
