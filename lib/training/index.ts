/** Activities in; load, fitness, fatigue and what is left of them out. Pure. */
export * from './types';
