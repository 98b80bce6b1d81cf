import { parseNumber } from './numbers';
import { plausible } from './plausible';
import { fold } from './text';

/** Beats per minute in the languages of the sites; some of these letters stand for steps per minute elsewhere, so a label must go with them. */
const UNITS =
  /^(bpm|b\/min|beats\/min|s\/min|schl\/min|bat\/min|batt\/min|lpm|ppm|spm|slm|dpm|уд\/мин|уд в мин|拍\/分|次\/分|次\/分鐘|次\/分钟|回\/分)$/;
const UNMISTAKABLE = /^(bpm|уд\/мин|beats\/min)$/;

export interface HeartRate {
  readonly bpm: number;
  /** Whether the unit alone says that this is a heart rate. */
  readonly certain: boolean;
}

/** A heart rate such as "146 bpm" or "146"; null for another unit, a share of the maximum, or one outside 25..250 bpm. */
export function parseHeartRate(raw: string, language: string): HeartRate | null {
  const match = /^([\d.,]+) ?(\D*)$/.exec(fold(raw));
  const unit = (match?.[2] ?? '').replace(/\./g, '').trim();
  if (!match || (unit !== '' && !UNITS.test(unit))) return null;
  const bpm = plausible('heartRateBpm', parseNumber(match[1] ?? '', language, 1));
  return bpm === null ? null : { bpm, certain: UNMISTAKABLE.test(unit) };
}
