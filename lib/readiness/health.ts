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

/** Why a pain counts as more than soreness; empty when it does not. */
export function findPainReasons({ level, signs }: { readonly level: number; readonly signs: readonly PainSign[] }): readonly PainReason[] {
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
  const pain = (checkIn?.pain ?? []).some((one) => findPainReasons(one).length > 0);
  return {
    ill: [...(checkIn?.ill === true ? (['ill'] as const) : []), ...ILL_TICKS.filter((tick) => ticked.includes(tick))],
    injured: [
      ...(checkIn?.injured === true ? (['injured'] as const) : []),
      ...INJURY_TICKS.filter((tick) => ticked.includes(tick)),
      ...(pain ? (['pain'] as const) : []),
    ],
    unread: isHealthUnread(checkIn),
    mostConfidence: ticked.some((tick) => LESS_SURE_TICKS.includes(tick)) ? 'medium' : 'high',
  };
}
