import { MODALITIES, reasonsAgainst } from '../../catalogue';
import { type BodyBlock, type BodyNow, oneTapBlocks, regionBlocks } from '../safety/body';
import type { GuidedDose, GuidedStep } from './doses';

/** Why a guided session may not begin. */
export type GuidedBlock = BodyBlock | { readonly code: 'water-rules-unread' };

export interface TimerConditions extends BodyNow {
  readonly waterRulesRead: boolean;
}

/** Everything that stands in the way, the gravest first; empty: nothing. The same rules as for devices: the body does not know who counts. */
export function findTimerBlocks(dose: GuidedDose, steps: readonly GuidedStep[], now: TimerConditions): readonly GuidedBlock[] {
  const { screeningDue, exclusions, waterRulesRead } = now;
  const blocks: GuidedBlock[] = [...oneTapBlocks({ modality: dose.modality }, now)];
  if (screeningDue !== null) blocks.push({ code: 'screening-due', why: screeningDue });
  const modality = MODALITIES.find((one) => one === dose.modality) ?? null;
  const reasons = modality === null ? [] : reasonsAgainst(exclusions, modality);
  if (reasons.length > 0) blocks.push({ code: 'excluded', reasons });
  blocks.push(...regionBlocks(steps, modality, exclusions));
  if (dose.water && !waterRulesRead) blocks.push({ code: 'water-rules-unread' });
  return blocks;
}
