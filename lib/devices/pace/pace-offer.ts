import type { Exclusions } from '../../catalogue';
import type { Profile } from '../../training';
import type { Range } from '../driver';
import { type Cap, type CapResult, heartRateCap, LONGEST_STOP_KMH, type PaceSettings } from './index';

/** A walk under a heart-rate cap as it can be had now, or why it cannot. */
export type PaceOffer =
  | { readonly ok: true; readonly cap: Cap; readonly mostKmh: number; settings(maxKmh: number): PaceSettings }
  | { readonly ok: false; readonly why: 'heart-rate-medicine' | Extract<CapResult, { readonly ok: false }>['error'] };

/** @param belt what the belt can do, km/h */
export function paceOffer(
  { birthYear, hrMaxBpm, hrRestBpm }: Pick<Profile, 'birthYear' | 'hrMaxBpm' | 'hrRestBpm'>,
  year: number,
  exclusions: Pick<Exclusions, 'heartRateCap'>,
  belt: Range,
): PaceOffer {
  if (!exclusions.heartRateCap) return { ok: false, why: 'heart-rate-medicine' };
  const made = heartRateCap({ year, birthYear, hrMaxBpm, hrRestBpm });
  if (!made.ok) return { ok: false, why: made.error };
  const { cap } = made;
  const mostKmh = Math.min(belt.max, LONGEST_STOP_KMH);
  return {
    ok: true,
    cap,
    mostKmh,
    settings: (maxKmh) => ({
      capBpm: cap.capBpm,
      maxKmh: Math.min(maxKmh, mostKmh),
      beltMinKmh: belt.min,
      beltStepKmh: belt.step,
      heartRateMedicine: false,
    }),
  };
}
