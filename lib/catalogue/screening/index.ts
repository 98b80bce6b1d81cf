/** What a user must not use, and why; whether questions are due; the one question before boots and massage. Pure. */
export * from './answers';
export * from './body-site';
export * from './body-sites';
export { listModalities } from './collector';
export * from './contraindications';
export * from './due';
export * from './ending';
export * from './excluded';
export * from './fasting';
export * from './find-contraindications';
export * from './one-tap';
export * from './reason';
export { FOOD_FIGURES, type FoodFigure, PLACED_TICKS, SCREENING, type Subject } from './table';
