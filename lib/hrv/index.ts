/** The HRV engine: intervals in, figures out. Pure; the only way in from other rooms. */
export { analyse, ENGINE_VERSION } from './analyse';
export { bandPowers } from './bands';
export { CLASS } from './beat-classes';
export { beatTimesS } from './beat-times';
export { correct } from './correct';
export { dfaAlpha1 } from './dfa';
export { classifyOnePass, type OnePass } from './one-pass';
export { correctOnePass } from './one-pass-correction';
export { type Orthostatic, orthostatic, type PostureFigures } from './orthostatic';
export { poincarePoints } from './poincare';
export type { Correction } from './repair';
export { sampleEntropy } from './sample-entropy';
export { type RrUnit, type SanitisedRr, sanitise } from './sanitise';
export { type SlidingValue, slidingValues } from './sliding';
export { type SpectrumCurve, spectrumCurve } from './spectrum';
export { createStream, type HrvStream, type LiveFigures, type StreamValues } from './stream';
export { timeDomain } from './time-domain';
export type * from './types';
