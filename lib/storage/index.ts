/** The database and its repositories. */
export * from './activities';
export * from './check-ins';
export * from './checks';
export { openDatabase, type ReboundDatabase } from './database';
export * from './demo';
export * from './devices';
export * from './experiments';
export * from './history-rows';
export * from './journal';
export * from './plan-log';
export * from './plan-settings';
export * from './planned';
export * from './plans';
export * from './profile';
export * from './profiles';
export * from './sessions';
export * from './settings';
export * from './types';
