import {
  asksOneTap,
  type Exclusions,
  isNever,
  type Modality,
  ONE_TAP_HOLDS_MS,
  type OneTapAnswer,
  type Reason,
  type ScreeningDue,
} from '../../catalogue';
import type { Region } from '../../training';

/** Why the user's body forbids a session, on a device or without one. `one-tap-signs` is shown with the words about urgent help. */
export type BodyBlock =
  | { readonly code: 'screening-due'; readonly why: ScreeningDue }
  | { readonly code: 'excluded'; readonly reasons: readonly Reason[] }
  | { readonly code: 'region-excluded'; readonly region: Region; readonly reasons: readonly Reason[] }
  | { readonly code: 'region-never'; readonly region: Region }
  | { readonly code: 'one-tap-needed' }
  | { readonly code: 'one-tap-signs' };

/** What is known about the user's body now. */
export interface BodyNow {
  readonly screeningDue: ScreeningDue | null;
  readonly exclusions: Exclusions;
  readonly oneTap: { readonly answer: OneTapAnswer; readonly atMs: number } | null;
  readonly nowMs: number;
}

/**
 * Blocks from the question right before a start: signs that the user ticked, or no recent answer. Empty where the question is not asked.
 */
export function oneTapBlocks(what: Parameters<typeof asksOneTap>[0], { oneTap, nowMs }: BodyNow): readonly BodyBlock[] {
  if (!asksOneTap(what)) return [];
  if (oneTap?.answer === 'some') return [{ code: 'one-tap-signs' }];
  const fresh = oneTap !== null && Math.abs(nowMs - oneTap.atMs) <= ONE_TAP_HOLDS_MS;
  return fresh ? [] : [{ code: 'one-tap-needed' }];
}

/** Blocks for the body parts that the steps name, for this user and modality; null when no known part is named. */
export function regionBlocks(
  steps: readonly { readonly region?: Region | null }[],
  modality: Modality | null,
  { regions }: Exclusions,
): readonly BodyBlock[] {
  const blocks: BodyBlock[] = [];
  for (const region of new Set(steps.flatMap((step) => step.region ?? []))) {
    const reasons = regions.get(region) ?? [];
    if (reasons.length > 0) blocks.push({ code: 'region-excluded', region, reasons });
    if (modality !== null && isNever(modality, region)) blocks.push({ code: 'region-never', region });
  }
  return blocks;
}
