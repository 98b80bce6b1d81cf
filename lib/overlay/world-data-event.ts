/** What the script in the page's own world answers by, on its own element. In a file of its own, because that script carries nothing else. */
export const WORLD_DATA_EVENT = 'rebound-page-data';
