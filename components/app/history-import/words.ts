/** Names of the sources of imported mornings. */
export const SOURCE_WORDS = { typed: 'historyTyped', hrv4training: 'historyHrv4Training' } as const;
