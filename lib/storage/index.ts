/** The database and its repositories. */
export * from './activities';
export * from './check-ins';
export * from './checks';
export { openDatabase, type ReboundDatabase } from './database';
export * from './demo';
export * from './devices';
export * from './experiments';
export * from './heart-rates';
export * from './history-rows';
export * from './journal';
export * from './plan-log';
export * from './planned';
export * from './profile';
export * from './profiles';
export * from './sessions';
export * from './settings';
export * from './site-reads';
export * from './types';
