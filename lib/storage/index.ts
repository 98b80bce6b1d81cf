/** The database and its repositories. */
export * from './activities';
export * from './check-ins';
export * from './checks';
export { openDatabase, type ReboundDatabase } from './database';
export * from './devices';
export * from './journal';
export * from './settings';
export * from './types';
