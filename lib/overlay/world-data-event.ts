/**
 * The event with which the script in the page's own world answers, on its own element. In a file of its own, because that script contains
 * nothing else.
 */
export const WORLD_DATA_EVENT = 'rebound-page-data';
