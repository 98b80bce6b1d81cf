import fc from 'fast-check';

/**
 * Property tests use the same inputs in every run, so that a failure comes from the change. `REBOUND_SEED=n` uses others; a failure that it
 * finds becomes a separate test.
 */
fc.configureGlobal({ seed: Number(process.env.REBOUND_SEED ?? 20_261_127) });
