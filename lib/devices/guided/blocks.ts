import { isModality, needsWaterRules, reasonsAgainst, type SessionPlan } from '../../catalogue';
import { type BodyBlock, type BodyNow, oneTapBlocks, regionBlocks } from '../safety/body';

/** Why a guided session may not begin. */
export type GuidedBlock = BodyBlock | { readonly code: 'water-rules-unread' };

export interface TimerConditions extends BodyNow {
  readonly waterRulesRead: boolean;
}

/** Everything that stands in the way, the gravest first; empty: nothing. The same rules as for devices: the body does not know who counts. */
export function findTimerBlocks(plan: SessionPlan, now: TimerConditions): readonly GuidedBlock[] {
  const { screeningDue, exclusions, waterRulesRead } = now;
  const blocks: GuidedBlock[] = [...oneTapBlocks({ modality: plan.modality }, now)];
  if (screeningDue !== null) blocks.push({ code: 'screening-due', why: screeningDue });
  const modality = isModality(plan.modality) ? plan.modality : null;
  const reasons = modality === null ? [] : reasonsAgainst(exclusions, modality);
  if (reasons.length > 0) blocks.push({ code: 'excluded', reasons });
  const where = [...plan.steps, ...plan.regions.map((region) => ({ region }))];
  blocks.push(...regionBlocks(where, modality, exclusions));
  if (needsWaterRules(plan) && !waterRulesRead) blocks.push({ code: 'water-rules-unread' });
  return blocks;
}
