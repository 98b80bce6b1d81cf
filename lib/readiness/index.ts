/** Checks in, what kind of day it is out. Pure. */
export { BASELINE_DAYS, LEARNING_NEEDS } from './baseline';
export { readinessOf } from './readiness';
export * from './types';
