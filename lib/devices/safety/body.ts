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

/** Blocks for the body parts that the steps name, for this user and modality; null: unknown, so that what any modality must avoid counts. */
export function regionBlocks(
  steps: readonly { readonly region?: Region | null }[],
  modality: Modality | null,
  { places }: Exclusions,
): readonly BodyBlock[] {
  const blocks: BodyBlock[] = [];
  const avoided = modality === null ? [...places.values()] : [places.get(modality) ?? new Map<Region, readonly Reason[]>()];
  for (const region of new Set(steps.flatMap((step) => step.region ?? []))) {
    const all = avoided.flatMap((regions) => regions.get(region) ?? []);
    const reasons = [...new Map(all.map((reason) => [reason.rule, reason])).values()];
    if (reasons.length > 0) blocks.push({ code: 'region-excluded', region, reasons });
    if (modality !== null && isNever(modality, region)) blocks.push({ code: 'region-never', region });
  }
  return blocks;
}
