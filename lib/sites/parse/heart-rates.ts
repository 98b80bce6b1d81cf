import { parseNumber } from './numbers';
import { plausible } from './plausible';
import { fold } from './text';

/** Units for beats per minute in the languages of the sites. Some also mean steps per minute, so they need a label that says heart rate. */
const UNITS =
  /^(bpm|b\/min|beats\/min|s\/min|schl\/min|bat\/min|batt\/min|lpm|ppm|spm|slm|dpm|уд\/мин|уд в мин|拍\/分|次\/分|次\/分鐘|次\/分钟|回\/分)$/;
const UNMISTAKABLE = /^(bpm|уд\/мин|beats\/min)$/;

export interface HeartRate {
  readonly bpm: number;
  /** Whether the unit alone shows that this is a heart rate. */
  readonly certain: boolean;
}

/** A heart rate such as "146 bpm" or "146". Null for another unit, a percentage of the maximum, or a value outside 25..250 bpm. */
export function parseHeartRate(raw: string, language: string): HeartRate | null {
  const match = /^([\d.,]+) ?(\D*)$/.exec(fold(raw));
  const unit = (match?.[2] ?? '').replace(/\./g, '').trim();
  if (!match || (unit !== '' && !UNITS.test(unit))) return null;
  const bpm = plausible('heartRateBpm', parseNumber(match[1] ?? '', language, 1));
  return bpm === null ? null : { bpm, certain: UNMISTAKABLE.test(unit) };
}
