/** Recovery as a weekly programme: targets and adherence. Pure. */
export * from './adherence';
export * from './targets';
