/** From a dose to the session that timer, device and pacer run and that the log stores. */
export * from './cold-limits';
export { canSpend, regionsWithin } from './course-steps';
export type { DeviceAtHand } from './device-at-hand';
export * from './exposures';
export * from './offers';
export * from './session-plan';
export * from './to-session-plan';
