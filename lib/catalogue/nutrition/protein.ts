/** Protein in grams. Never less or more for the sake of weight; not for kidney disease, which the screening sees to. */

export interface Grams {
  readonly low: number;
  readonly high: number;
}

/** A meal: 20–40 g (PALM Health); with the body mass 0.25–0.4 g/kg of it, held to that (Jäger 2017: 0.25 g/kg, or 20–40 g). The 0.4 is ours. */
export function proteinMeal(massKg: number | null): Grams {
  if (massKg === null) return { low: 20, high: 40 };
  const held = (grams: number) => Math.round(Math.min(40, Math.max(20, grams)));
  return { low: held(0.25 * massKg), high: held(0.4 * massKg) };
}

/** A day: 1.4–2.0 g/kg (Jäger 2017); without the body mass 80–90 g, which is PALM Health's figure. */
export function proteinDay(massKg: number | null): Grams & { readonly whose: 'jager-2017' | 'palm-health' } {
  if (massKg === null) return { low: 80, high: 90, whose: 'palm-health' };
  return { low: Math.round(1.4 * massKg), high: Math.round(2 * massKg), whose: 'jager-2017' };
}
