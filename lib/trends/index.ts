/** Associations with better mornings, and n-of-1 trials by coin toss. Pure. */
export * from './association';
export * from './n-of-1';
