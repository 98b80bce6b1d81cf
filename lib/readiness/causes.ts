import type { Region } from '../training';
import type { IllCause, InjuryCause } from './health';

/** What a verdict rests on, in codes and figures from which the screens make sentences. */

export type Position = 'below' | 'within' | 'above';

/** A day of the way back: the first easy day is day 1. */
export interface Return {
  readonly day: number;
  readonly of: number;
}

/** Why the day is at most a normal one. `hours`: of last night, or the mean of the fortnight. */
export type ShortSleep =
  | { readonly kind: 'night'; readonly hours: number }
  | { readonly kind: 'nights'; readonly nights: number }
  | { readonly kind: 'fortnight'; readonly hours: number };

/** The content of a contributor's sentence. */
export type ContributorCode =
  | { readonly code: 'hrv'; readonly rmssdMs: number; readonly lowMs: number; readonly highMs: number; readonly position: Position }
  | { readonly code: 'hrv-trend'; readonly meanMs: number; readonly lowMs: number; readonly highMs: number; readonly position: Position }
  | { readonly code: 'resting-hr'; readonly bpm: number; readonly lowBpm: number; readonly highBpm: number; readonly position: Position }
  | { readonly code: 'sleep'; readonly hours: number | null; readonly quality: number | null; readonly usual: number | null }
  | { readonly code: 'score'; readonly score: number; readonly usual: number | null }
  | { readonly code: 'sore-region'; readonly region: Region; readonly level: number; readonly daysSince: number | null }
  | { readonly code: 'bar'; readonly moved: 'faster' | 'usual' | 'slower'; readonly daysSince: number }
  | { readonly code: IllCause | InjuryCause | 'illness-start' }
  | ({ readonly code: 'after-illness' } & Return)
  | ({ readonly code: 'short-sleep' } & ShortSleep)
  | { readonly code: 'long-effort'; readonly hours: number; readonly daysSince: number; readonly days: number }
  | { readonly code: 'load'; readonly ctl: number; readonly atl: number }
  | { readonly code: 'done-since'; readonly score: number };

export const NOTE_CODES = ['travelled', 'altitude', 'alcohol', 'luteal-phase', 'little-training'] as const;

/** What must be read with the verdict. `hoursEast`: negative for west; null when travel was ticked. */
export type Note =
  | { readonly code: 'travelled'; readonly daysSince: number; readonly hoursEast: number | null }
  | { readonly code: Exclude<(typeof NOTE_CODES)[number], 'travelled'> };
