/** Amounts in grams, glasses and hours; no calories and no target weights. Pure. */
export * from './amounts';
export * from './carbohydrate';
export * from './fluids';
export * from './low-energy';
export * from './protein';
export * from './sleep-target';
