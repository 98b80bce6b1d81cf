/** From a dose to the session that the timer runs, the device does, the pacer breathes and the log keeps. */
export * from './cold-limits';
export { canSpend, regionsWithin } from './course-steps';
export type { DeviceAtHand } from './device-at-hand';
export * from './exposures';
export * from './offers';
export * from './session-plan';
export * from './to-session-plan';
