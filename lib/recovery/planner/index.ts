/** From a situation to a dosed, timed plan without conflicts. Pure. */
export { planFor } from './plan';
export { restDaysBefore } from './rest-days';
export type * from './types';
