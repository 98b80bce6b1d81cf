/** What went with better mornings, and coin tosses for those who want to know. Pure. */
export * from './association';
export * from './n-of-1';
