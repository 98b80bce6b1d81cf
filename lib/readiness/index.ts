/** Checks in, what kind of day it is out. Pure. */
export { BASELINE_DAYS } from './baseline';
export * from './check-in';
export { readinessOf } from './readiness';
export * from './types';
