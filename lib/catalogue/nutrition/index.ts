/** Amounts in grams, glasses and hours; never calories, never a weight to reach. Pure. */
export * from './amounts';
export * from './carbohydrate';
export * from './fluids';
export * from './low-energy';
export * from './protein';
export * from './sleep-target';
