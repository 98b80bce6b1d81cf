/** Packets in, a recording out: settling, measuring, gaps. Pure. */
export { beatTimeMs, ticksToMs, toRrMs } from './beats';
export { findGaps } from './gaps';
export { Recording, type RecordingPhase as Phase } from './recording';
export * from './types';
