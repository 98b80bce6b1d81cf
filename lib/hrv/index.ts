/** The HRV engine: intervals in, figures out. Pure; the only way in from other rooms. */
export { analyse, ENGINE_VERSION } from './analyse';
export { CLASS } from './beat-classes';
export { correct, correctSanitised } from './correct';
export { classifyOnePass, type OnePass } from './one-pass';
export { correctOnePass } from './one-pass-correction';
export type { Correction } from './repair';
export { type RrUnit, type SanitisedRr, sanitise } from './sanitise';
export { timeDomain } from './time-domain';
export type * from './types';
