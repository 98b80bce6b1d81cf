/** What the sources of a history are called. */
export const SOURCE_WORDS = { typed: 'historyTyped', hrv4training: 'historyHrv4Training' } as const;
