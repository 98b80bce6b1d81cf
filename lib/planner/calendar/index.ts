/** Plans for other calendars. Pure. */
export * from './ics';
