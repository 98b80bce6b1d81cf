/** Packets in, a recording out: settling, measuring, gaps. Pure. */
export { beatTimeMs, rrMsOf, ticksToMs } from './beats';
export { findGaps } from './gaps';
export { type Phase, Recording } from './recording';
export * from './types';
