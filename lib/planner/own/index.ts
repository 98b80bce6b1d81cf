/** Routines of the user's own. Pure. */
export * from './own-routine';
export * from './own-steps';
export * from './parse-own-routine';
export { findLengths, type OptionStep, PINNABLE, type SetStep, STEP_LIBRARY } from './step-library';
