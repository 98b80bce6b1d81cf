import { computeAdherence, findTargets, type Plan, restDaysBefore, toWeek, type WeekAdherence } from '../../planner';
import type { SituationNow } from './situation';

/** How much of the week's programme is done so far. Modalities that are unavailable all week have no target. */
export function toWeekAdherence({ situation, log, day }: SituationNow, { excluded }: Plan): WeekAdherence {
  const impossible = new Set(excluded.filter(({ rule }) => isImpossible(rule)).map(({ modality }) => modality));
  const targets = findTargets(situation.phase, (modality) => !impossible.has(modality));
  const entries = log.flatMap(({ itemId, modality, ...entry }) => (modality === null ? [] : [{ ...entry, modality, id: itemId }]));
  return computeAdherence(targets, entries, toWeek(day), day, restDaysBefore(situation));
}

/** Rules that make a modality unavailable for the whole week. */
function isImpossible(rule: string): boolean {
  return rule === 'equipment' || rule === 'ill-or-feverish' || rule.startsWith('screening-');
}
