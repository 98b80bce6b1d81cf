/** Protein in grams, never adjusted for body weight goals. The health questions exclude it for kidney disease. */

export interface Grams {
  readonly low: number;
  readonly high: number;
}

/** From this age on, years, muscles need more protein in a meal (Moore 2015). */
const OLDER_FROM = 65;
const OLDER_G_PER_KG = 0.4;

/**
 * Per meal: 20–40 g (PALM Health); with a known body mass 0.25–0.4 g/kg within that range (Jäger 2017: 0.25 g/kg, or 20–40 g). The 0.4 is
 * ours. From 65 years 0.4 g/kg, however much that is.
 */
export function proteinMeal(massKg: number | null, ageYears: number | null = null): Grams {
  if (massKg === null) return { low: 20, high: 40 };
  if (ageYears !== null && ageYears >= OLDER_FROM) {
    const grams = Math.round(OLDER_G_PER_KG * massKg);
    return { low: grams, high: grams };
  }
  const held = (grams: number) => Math.round(Math.min(40, Math.max(20, grams)));
  return { low: held(0.25 * massKg), high: held(0.4 * massKg) };
}

/** Per day: 1.4–2.0 g/kg (Jäger 2017); without a body mass 80–90 g, the figure of PALM Health. */
export function proteinDay(massKg: number | null): Grams & { readonly whose: 'jager-2017' | 'palm-health' } {
  if (massKg === null) return { low: 80, high: 90, whose: 'palm-health' };
  return { low: Math.round(1.4 * massKg), high: Math.round(2 * massKg), whose: 'jager-2017' };
}
