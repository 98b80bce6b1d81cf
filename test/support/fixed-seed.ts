import fc from 'fast-check';

/**
 * Property tests try the same inputs in every run, so that a change is judged by what it changed. `REBOUND_SEED=n` tries others; what
 * one finds becomes a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env.REBOUND_SEED ?? 20_261_127) });
