/**
 * Runs work one at a time. Calls that come while it runs share one further run, which begins after them: what it reads is never older than
 * the last call. Keeps the present run and the next one. Each call resolves or rejects with the run that serves it.
 */
export function coalesced(work: () => Promise<unknown>): () => Promise<void> {
  let present: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    next = null;
    present = (async () => {
      await work();
    })().finally(() => {
      present = null;
    });
    return present;
  };
  return () => {
    // Between the end of one run and the start of the next, only `next` is set.
    if (next !== null) return next;
    if (present === null) return begin();
    next = present.then(begin, begin);
    return next;
  };
}
