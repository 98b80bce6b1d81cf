import type { Step } from '../../catalogue';
import type { DietLimit } from '../../storage';
import { t } from '..';
import { stepTexts } from './plan-words';

/** Foods with protein, each with the diets that exclude it. The three that Fleet Feet names come first. */
const FOODS = [
  { word: 'planFood_yoghurt', not: ['vegan', 'no-dairy'] },
  { word: 'planFood_milk', not: ['vegan', 'no-dairy'] },
  { word: 'planFood_nuts', not: ['no-nuts'] },
  { word: 'planFood_eggs', not: ['vegan', 'no-eggs'] },
  { word: 'planFood_fish', not: ['vegetarian', 'vegan', 'no-fish'] },
  { word: 'planFood_beans', not: [] },
  { word: 'planFood_tofu', not: ['no-soy'] },
  { word: 'planFood_peas', not: [] },
] as const satisfies readonly { readonly word: string; readonly not: readonly DietLimit[] }[];
const NAMED = 6;

/** Examples of food with protein that the user eats. */
export function proteinFoods(diet: readonly DietLimit[]): string[] {
  const eaten = FOODS.filter(({ not }) => !not.some((limit) => diet.includes(limit)));
  return eaten.slice(0, NAMED).map(({ word }) => t(word));
}

/**
 * The steps of an item in words, with food that the user eats.
 * @param diet null: not all limits could be read (`findDiet`), so no food is named
 */
export function foodSteps(steps: readonly Step[], diet: readonly DietLimit[] | null): string[] {
  return steps.flatMap((step) => {
    if (step !== 'protein_foods') return stepTexts({ steps: [step] });
    return diet === null ? t('planFoodsUnread') : t('planFoodsFirst', proteinFoods(diet).join(t('listComma')));
  });
}
