import * as v from 'valibot';
import type { DriverKind, DriverOptions } from '../driver';
import { LONGEST_TEXT } from '../profile/limits';

/** What the user gave a driver: secrets and settings of one device. */
export type GivenToDriver = Pick<DriverOptions, 'secrets' | 'settings'>;

/**
 * What a stop needs beyond the id of the driver kind when the database cannot be read: the imported profile, and what the user gave the
 * driver. It is kept with the mark of the device, only where no script in a page can read it (`mark-store.ts`).
 */
export interface Reach extends GivenToDriver {
  /** The text of the imported profile; null for a kind that comes with the product. */
  readonly profile: string | null;
}

const LONGEST_SETTING = 100;
const MOST_SETTINGS = 50;
/** Hypervolt's table has 256 bytes. */
const LONGEST_SECRET = 1024;

const setting = v.pipe(v.string(), v.maxLength(LONGEST_SETTING));
const secret = v.pipe(
  v.string(),
  v.maxLength(2 * LONGEST_SECRET),
  v.regex(/^(?:[0-9a-f]{2})*$/),
  v.transform((hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))),
);
const stored = v.strictObject({
  profile: v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_TEXT))),
  settings: v.pipe(
    v.record(setting, setting),
    v.check((settings) => Object.keys(settings).length <= MOST_SETTINGS),
  ),
  secrets: v.strictObject({ address: v.exactOptional(secret), table: v.exactOptional(secret) }),
});

/** What a stop will need of a device that is about to be started; null for nothing. */
export function makeReach({ imported }: Pick<DriverKind, 'imported'>, { secrets, settings = {} }: GivenToDriver): Reach | null {
  const given = Object.keys(secrets).length > 0 || Object.keys(settings).length > 0;
  return imported === undefined && !given ? null : { profile: imported ?? null, settings, secrets };
}

/** As text. Null for one that `readReach` would refuse, so that nothing is kept that cannot be used. */
export function reachText({ profile, settings = {}, secrets }: Reach): string | null {
  const hex = Object.entries(secrets).map(([name, bytes]) => [name, bytes === undefined ? undefined : toDigits(bytes)]);
  const text = JSON.stringify({ profile, settings, secrets: Object.fromEntries(hex) });
  return readReach(text) === null ? null : text;
}

/** Reads what `reachText` wrote; null for anything else. All of it or nothing: a stop with half of what it needs could be another command. */
export function readReach(text: string): Reach | null {
  try {
    const read = v.safeParse(stored, JSON.parse(text));
    return read.success ? read.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function toDigits(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
