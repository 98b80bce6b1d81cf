import { REFUEL_G_PER_KG } from '../../training';
import type { Amount } from '../entry';
import { BEFORE_G_PER_KG, BETWEEN_G_PER_KG_HOUR, carbohydrateAfter, carbohydrateBefore, carbohydrateBetween } from './carbohydrate';
import { fluidsAfter, GLASS_ML } from './fluids';
import { proteinDay, proteinMeal } from './protein';

/** An amount of the catalogue, computed for a user. */

export interface AmountInput {
  readonly massKg: number | null;
  readonly airC: number | null;
  readonly lossMl: number | null;
  readonly hoursBefore: number;
  readonly session: { readonly minutes: number; readonly effort: 'easy' | 'moderate' | 'hard' } | null;
}

/** Grams and millilitres; per kg when the mass is unknown; thirst when nothing is known. */
export interface AmountFigures {
  readonly proteinG?: readonly [number, number];
  readonly carbohydrateG?: readonly [number, number];
  readonly carbohydrateGPerKg?: readonly [number, number];
  /** An hour, for the hours between two starts. */
  readonly carbohydrateGPerHour?: readonly [number, number];
  readonly carbohydrateGPerKgHour?: readonly [number, number];
  readonly fluidMl?: number | readonly [number, number];
  readonly toThirst?: true;
}

export function computeAmount(amount: Amount, { massKg, airC, lossMl, hoursBefore, session }: AmountInput): AmountFigures {
  switch (amount) {
    case 'protein-meal': {
      const { low, high } = proteinMeal(massKg);
      return { proteinG: [low, high] };
    }
    case 'protein-day': {
      const { low, high } = proteinDay(massKg);
      return { proteinG: [low, high] };
    }
    case 'carbohydrate-before': {
      if (massKg === null) return { carbohydrateGPerKg: BEFORE_G_PER_KG };
      const { low, high } = carbohydrateBefore(massKg, hoursBefore);
      return { carbohydrateG: [low, high] };
    }
    case 'carbohydrate-after': {
      if (massKg === null) return { carbohydrateGPerKg: REFUEL_G_PER_KG };
      const { low, high } = carbohydrateAfter(massKg);
      return { carbohydrateG: [low, high] };
    }
    case 'carbohydrate-between': {
      if (massKg === null) return { carbohydrateGPerKgHour: BETWEEN_G_PER_KG_HOUR };
      const { low, high } = carbohydrateBetween(massKg);
      return { carbohydrateGPerHour: [low, high] };
    }
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
