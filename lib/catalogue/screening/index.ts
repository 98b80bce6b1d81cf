/** What a user must not use, and why; whether questions are due; the one question before boots and massage. Pure. */
export * from './answers';
export * from './body-site';
export * from './body-sites';
export * from './contraindications';
export * from './due';
export * from './excluded';
export * from './find-contraindications';
export * from './one-tap';
