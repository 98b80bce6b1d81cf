/** Places what the routines want. Pure. */
export * from './place-days';
export type { Placed, Placer, Refusal } from './placer';
export * from './planned-day';
