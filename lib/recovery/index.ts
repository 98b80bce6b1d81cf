/** What helps recovery, and what of it is not for whom. Pure. */
export * from './screening';
