import type { Amount } from '../entry';
import type { FoodFigure, Reason } from '../screening';
import { BETWEEN_G_PER_KG_HOUR, describeCarbohydrateDay, findPerKgBefore, roundGrams } from './carbohydrate';
import { fluidsAfter, GLASS_ML } from './fluids';
import { proteinDay, proteinMeal } from './protein';

/** An amount of the catalogue, computed for a user. */

type Range = readonly [number, number];

export interface AmountInput {
  readonly massKg: number | null;
  /** Null: not known. */
  readonly ageYears: number | null;
  readonly airC: number | null;
  readonly lossMl: number | null;
  readonly hoursBefore: number;
  readonly session: { readonly minutes: number; readonly effort: 'easy' | 'moderate' | 'hard' } | null;
  /** g/kg of carbohydrate of the day (`findCarbohydratePerKg`); null: a light day. */
  readonly dayPerKg: Range | null;
  /** The part of the waking day that is over, 0 … 1. */
  readonly gone: number;
  /** Figures that must not be shown to this user, with the reasons; `all`: nobody knows yet which. */
  readonly hidden: ReadonlyMap<FoodFigure, readonly Reason[]> | 'all';
}

/** Grams and millilitres; per kg when the mass is unknown; thirst when nothing is known. */
export interface AmountFigures {
  readonly proteinG?: Range;
  readonly carbohydrateG?: Range;
  readonly carbohydrateGPerKg?: Range;
  /** Of a day's figure, what is still to eat. */
  readonly carbohydrateStillG?: Range;
  /** For each hour, for at most four. */
  readonly carbohydrateGPerHour?: Range;
  readonly carbohydrateGPerKgHour?: Range;
  readonly creatineG?: Range;
  readonly fluidMl?: number | Range;
  readonly toThirst?: true;
  /** There is no figure: the user agrees it with their diabetes team, or food is named and never counted. */
  readonly uncounted?: 'diabetes-team' | 'named';
}

/** Creatine, g a day (Kreider 2017: 3–5 g). */
const CREATINE_G: Range = [3, 5];

const FIGURE_OF: Readonly<Record<Amount, FoodFigure>> = {
  'protein-meal': 'protein-figures',
  'protein-day': 'protein-figures',
  'carbohydrate-before': 'carbohydrate-figures',
  'carbohydrate-after': 'carbohydrate-figures',
  'carbohydrate-between': 'carbohydrate-figures',
  'creatine-day': 'supplement-figures',
  'fluids-before': 'fluid-figures',
  'fluids-after': 'fluid-figures',
  'fluids-day': 'fluid-figures',
};

export function computeAmount(amount: Amount, input: AmountInput): AmountFigures {
  const figure = FIGURE_OF[amount];
  const reasons = input.hidden === 'all' ? [] : input.hidden.get(figure);
  if (reasons === undefined) return countAmount(amount, input);
  if (figure === 'fluid-figures') return { toThirst: true };
  const byTeam = reasons.length > 0 && reasons.every(({ rule }) => rule === 'diabetes');
  return { uncounted: byTeam ? 'diabetes-team' : 'named' };
}

function countAmount(amount: Amount, input: AmountInput): AmountFigures {
  const { massKg, ageYears, airC, lossMl, hoursBefore, session, dayPerKg, gone } = input;
  switch (amount) {
    case 'protein-meal': {
      const { low, high } = proteinMeal(massKg, ageYears);
      return { proteinG: [low, high] };
    }
    case 'protein-day': {
      const { low, high } = proteinDay(massKg);
      return { proteinG: [low, high] };
    }
    case 'carbohydrate-before': {
      const perKg = findPerKgBefore(hoursBefore);
      return massKg === null ? { carbohydrateGPerKg: perKg } : { carbohydrateG: roundGrams(perKg, massKg) };
    }
    case 'carbohydrate-after':
      return describeCarbohydrateDay(dayPerKg, massKg, gone);
    case 'carbohydrate-between':
      return massKg === null
        ? { carbohydrateGPerKgHour: BETWEEN_G_PER_KG_HOUR }
        : { carbohydrateGPerHour: roundGrams(BETWEEN_G_PER_KG_HOUR, massKg) };
    case 'creatine-day':
      return { creatineG: CREATINE_G };
    case 'fluids-before':
      // A glass (Running recovery).
      return { fluidMl: GLASS_ML, toThirst: true };
    case 'fluids-after': {
      const fluids = session === null ? null : fluidsAfter({ lossMl, massKg, airC, ...session });
      return fluids === null ? { toThirst: true } : { fluidMl: [fluids.lowMl, fluids.highMl], toThirst: true };
    }
    case 'fluids-day':
      return { toThirst: true };
  }
}
