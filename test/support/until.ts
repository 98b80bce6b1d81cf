/**
 * Turns of the event loop until something holds; it throws when it does not come to. For work that is done in so many turns, such as a
 * database's: no time passes by any clock.
 */
export async function until(holds: () => boolean, turns = 5000): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    if (holds()) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  throw new Error(`never came true: ${holds}`);
}

/** Whatever is under way in microtasks and in the database comes to rest. */
export async function settled(turns = 50): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
