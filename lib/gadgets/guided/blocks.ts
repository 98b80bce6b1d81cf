import {
  asksOneTap,
  type Exclusions,
  isNever,
  MODALITIES,
  ONE_TAP_HOLDS_MS,
  type OneTapAnswer,
  type Reason,
  reasonsAgainst,
  type VoidingTick,
} from '../../recovery';
import type { Region } from '../../training';
import type { GuidedDose, GuidedStep } from './doses';

/** Why a guided session may not begin. `one-tap-signs` is said with the words about urgent help. */
export type GuidedBlock =
  | { readonly code: 'screening-due'; readonly why: 'never-asked' | 'too-old' | VoidingTick }
  | { readonly code: 'excluded'; readonly reasons: readonly Reason[] }
  | { readonly code: 'region-excluded'; readonly region: Region; readonly reasons: readonly Reason[] }
  | { readonly code: 'region-never'; readonly region: Region }
  | { readonly code: 'one-tap-needed' }
  | { readonly code: 'one-tap-signs' }
  | { readonly code: 'water-rules-unread' };

export interface GuidedCircumstance {
  readonly screeningDue: 'never-asked' | 'too-old' | VoidingTick | null;
  readonly exclusions: Exclusions;
  readonly oneTap: { readonly answer: OneTapAnswer; readonly atMs: number } | null;
  readonly waterRulesRead: boolean;
  readonly nowMs: number;
}

/** Everything that stands in the way, the gravest first; empty: nothing. The same rules as for devices: the body does not know who counts. */
export function guidedBlocksOf(dose: GuidedDose, steps: readonly GuidedStep[], now: GuidedCircumstance): readonly GuidedBlock[] {
  const { screeningDue, exclusions, oneTap, waterRulesRead, nowMs } = now;
  const blocks: GuidedBlock[] = [];
  if (asksOneTap({ modality: dose.modality })) {
    const fresh = oneTap !== null && Math.abs(nowMs - oneTap.atMs) <= ONE_TAP_HOLDS_MS;
    if (oneTap?.answer === 'some') blocks.push({ code: 'one-tap-signs' });
    else if (!fresh) blocks.push({ code: 'one-tap-needed' });
  }
  if (screeningDue !== null) blocks.push({ code: 'screening-due', why: screeningDue });
  const modality = MODALITIES.find((one) => one === dose.modality);
  const reasons = modality === undefined ? [] : reasonsAgainst(exclusions, modality);
  if (reasons.length > 0) blocks.push({ code: 'excluded', reasons });
  for (const region of new Set(steps.flatMap((step) => step.region ?? []))) {
    const there = exclusions.regions.get(region) ?? [];
    if (there.length > 0) blocks.push({ code: 'region-excluded', region, reasons: there });
    if (modality !== undefined && isNever(modality, region)) blocks.push({ code: 'region-never', region });
  }
  if (dose.water && !waterRulesRead) blocks.push({ code: 'water-rules-unread' });
  return blocks;
}
