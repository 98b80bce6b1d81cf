import { roundRmssd } from '../core/numbers';
import type { Band, Position } from './types';

/**
 * The figures as the screens show them. A value is compared with its range after both are rounded, so that no sentence says "55 ms is below
 * your usual 55–66 ms".
 */

type Ends = Pick<Band, 'low' | 'high'>;

/** Where a value of ln(RMSSD) lies by the figures shown, in ms. */
export function placeLn(band: Ends, lnRmssd: number): Position {
  const [value, low, high] = [lnRmssd, band.low, band.high].map((ln) => roundRmssd(Math.exp(ln)));
  return place({ low: low ?? 0, high: high ?? 0 }, value ?? 0);
}

/** Where a heart rate lies by the figures shown, in whole bpm. */
export function placeBpm(band: Ends, bpm: number): Position {
  return place({ low: Math.round(band.low), high: Math.round(band.high) }, Math.round(bpm));
}

function place({ low, high }: Ends, value: number): Position {
  if (value < low) return 'below';
  return value > high ? 'above' : 'within';
}
