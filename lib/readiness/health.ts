import type { Region } from '../training';
import { type CheckIn, isHealthUnread, type MaybeUnread, type PainSign } from './check-in';

/**
 * Illness and injury of a day. The verdict and the plan both ask here, so that one cannot say "ready" while the other says "ill".
 * docs/readiness.md lists what each cause does.
 */

/** Answers to the health questions that mean illness: rest, whatever the numbers say. */
const ILL_TICKS = ['fever'] as const;
/** Answers to the health questions that allow at most easy movement. */
const INJURY_TICKS = ['acute-injury', 'recent-surgery', 'dvt'] as const;
/** With an irregular rhythm, or medicine that slows the heart, HRV says less, so confidence is never high. */
const LESS_SURE_TICKS: readonly string[] = ['arrhythmia', 'heart-rate-medicine'];

/** `ill` was answered this morning; `fever` is ticked in the health questions. */
export type IllCause = 'ill' | (typeof ILL_TICKS)[number];
/** Every cause of illness. */
export const ILL_CAUSES: readonly IllCause[] = ['ill', ...ILL_TICKS];
/** `injured` and `pain` were answered this morning; the others are ticked in the health questions. */
export type InjuryCause = 'injured' | 'pain' | (typeof INJURY_TICKS)[number];
/** Why a pain counts as more than soreness: a named sign, or its strength. */
export type PainReason = PainSign | 'strong';

/** Empty lists: neither ill nor injured. The first cause is the one to name. */
export interface DayHealth {
  readonly ill: readonly IllCause[];
  readonly injured: readonly InjuryCause[];
  /** This morning's answers could not be read, so there may be further causes. */
  readonly unread: boolean;
  /** The highest confidence of the verdict. */
  readonly mostConfidence: 'medium' | 'high';
}

/** Pain from this level on (0 … 10) counts as more than soreness. Ours. */
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
 * Whether the user is ill or injured today.
 * @param ticked codes ticked in the health questions; irrelevant codes are ignored
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
