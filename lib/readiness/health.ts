import type { Region } from '../training';
import { type CheckIn, isHealthUnread, type MaybeUnread, type PainSign } from './check-in';

/**
 * Illness and injury of a day. The verdict and the plan both ask here, so that one cannot say "ready" while the other says "ill".
 * What each cause does: facts on recovery, "The verdict knows the screening too"; see docs/readiness.md.
 */

/** Health questions that mean illness: rest, whatever the numbers say. */
const ILL_TICKS = ['fever'] as const;
/** Health questions that allow easy movement at most. */
const INJURY_TICKS = ['acute-injury', 'recent-surgery', 'dvt'] as const;
/** An irregular rhythm, or medicine that holds the heart rate down, makes HRV less telling: confidence is never high. */
const LESS_SURE_TICKS: readonly string[] = ['arrhythmia', 'heart-rate-medicine'];

/** `ill` was answered this morning; `fever` is ticked in the health questions. */
export type IllCause = 'ill' | (typeof ILL_TICKS)[number];
/** Every cause of illness. */
export const ILL_CAUSES: readonly IllCause[] = ['ill', ...ILL_TICKS];
/** `injured` and `pain` were answered this morning; the others are ticked in the health questions. */
export type InjuryCause = 'injured' | 'pain' | (typeof INJURY_TICKS)[number];
/** What about a pain makes it more than soreness: a sign that was named, or its strength alone. */
export type PainReason = PainSign | 'strong';

/** Empty lists: neither ill nor injured. The first cause is the one to name. */
export interface DayHealth {
  readonly ill: readonly IllCause[];
  readonly injured: readonly InjuryCause[];
  /** This morning's answers could not be read: there may be more than the lists say. */
  readonly unread: boolean;
  /** The verdict is never surer than this. */
  readonly mostConfidence: 'medium' | 'high';
}

/** Pain from this level on (0 … 10) is more than soreness, whatever its kind. Ours. */
const STRONG_PAIN = 7;

/** A pain that is more than soreness: where, and why. */
export interface Pain {
  readonly region: Region;
  readonly signs: readonly PainReason[];
}

/** The pains that are more than soreness. */
export function findPains(said: CheckIn['pain'] | undefined): Pain[] {
  return (said ?? []).map((one) => ({ region: one.region, signs: findPainReasons(one) })).filter(({ signs }) => signs.length > 0);
}

/** Why somebody is injured; empty: they are not. The only rule: the verdict and what is ruled out both ask here. */
export function findInjuries(
  ticked: readonly string[],
  said: { readonly injured: boolean; readonly pain: readonly Pain[] },
): InjuryCause[] {
  return [
    ...(said.injured ? (['injured'] as const) : []),
    ...INJURY_TICKS.filter((tick) => ticked.includes(tick)),
    ...(said.pain.length > 0 ? (['pain'] as const) : []),
  ];
}

/** Why somebody is ill; empty: they are not. */
export function findIllnesses(ticked: readonly string[], said: { readonly ill: boolean }): IllCause[] {
  return [...(said.ill ? (['ill'] as const) : []), ...ILL_TICKS.filter((tick) => ticked.includes(tick))];
}

/** Why a pain is more than soreness; empty: it is not. */
function findPainReasons({ level, signs }: { readonly level: number; readonly signs: readonly PainSign[] }): readonly PainReason[] {
  return level >= STRONG_PAIN ? [...signs, 'strong'] : signs;
}

/**
 * Whether somebody is ill or injured today.
 * @param ticked codes ticked in the health questions; codes that mean nothing here are passed over
 * @param checkIn this morning's answers; null or undefined: not answered
 */
export function judgeHealth(
  ticked: readonly string[],
  checkIn: (Partial<Pick<CheckIn, 'ill' | 'injured' | 'pain'>> & MaybeUnread) | null | undefined,
): DayHealth {
  return {
    ill: findIllnesses(ticked, { ill: checkIn?.ill === true }),
    injured: findInjuries(ticked, { injured: checkIn?.injured === true, pain: findPains(checkIn?.pain) }),
    unread: isHealthUnread(checkIn),
    mostConfidence: ticked.some((tick) => LESS_SURE_TICKS.includes(tick)) ? 'medium' : 'high',
  };
}
