import type { Exclusions } from '../../catalogue';
import type { Profile } from '../../training';
import type { Range } from '../driver';
import { type Cap, type CapResult, heartRateCap, LONGEST_STOP_KMH, type PaceSettings } from './index';

/** A walk under a heart-rate cap that is possible now, or why it is not. */
export type PaceOffer =
  | { readonly ok: true; readonly cap: Cap; readonly mostKmh: number; settings(maxKmh: number): PaceSettings }
  | { readonly ok: false; readonly why: 'heart-rate-medicine' | 'profile-unread' | Extract<CapResult, { readonly ok: false }>['error'] };

/** The values for the cap. A missing one could make the cap too high. */
const MADE_OF = ['birthYear', 'hrMaxBpm', 'hrRestBpm'] as const satisfies readonly (keyof Profile)[];

/**
 * @param unread fields of the profile that could not be read
 * @param belt the belt's range, km/h
 */
export function paceOffer(
  { birthYear, hrMaxBpm, hrRestBpm }: Pick<Profile, 'birthYear' | 'hrMaxBpm' | 'hrRestBpm'>,
  unread: readonly (keyof Profile)[],
  year: number,
  exclusions: Pick<Exclusions, 'heartRateCap'>,
  belt: Range,
): PaceOffer {
  if (!exclusions.heartRateCap) return { ok: false, why: 'heart-rate-medicine' };
  if (MADE_OF.some((field) => unread.includes(field))) return { ok: false, why: 'profile-unread' };
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
