import Dexie, { type DBCore, type Middleware } from 'dexie';

/**
 * Lets every write through that happens while a live query runs. The library takes whatever goes on in the same turn of the event loop for a
 * part of the query, and refuses its writes, so that a session's record or a check could be lost because a screen was reading. Our queries
 * themselves only read.
 */
export const writeOutsideQueries: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'outside-queries',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) =>
      mode === 'readwrite'
        ? newZone(() => core.transaction(stores, mode, options), { subscr: undefined })
        : core.transaction(stores, mode, options),
  }),
};

/** Runs work, which must not wait, where these properties of the library's zone differ. Its types leave it out; `subscr` is the query. */
const { newPSD: newZone } = Dexie.Promise as unknown as {
  newPSD<T>(work: () => T, properties: { readonly subscr: undefined }): T;
};
