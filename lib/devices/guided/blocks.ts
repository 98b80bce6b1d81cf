import { isModality, needsWaterRules, reasonsAgainst, type SessionPlan } from '../../catalogue';
import { type BodyBlock, type BodyNow, oneTapBlocks, regionBlocks } from '../safety/body';

/** Why a guided session may not start. */
export type GuidedBlock = BodyBlock | { readonly code: 'water-rules-unread' };

export interface TimerConditions extends BodyNow {
  readonly waterRulesRead: boolean;
}

/**
 * Everything that blocks the session, most serious first; empty when nothing does. The rules are those for devices, because the risk to the
 * body is the same.
 */
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
