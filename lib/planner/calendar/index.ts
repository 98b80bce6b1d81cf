/** Exports plans to calendars. Pure. */
export * from './ics';
