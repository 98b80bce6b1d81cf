/** What a routine is made of. Pure. */
export * from './facts';
export * from './reasons';
export * from './routine';
