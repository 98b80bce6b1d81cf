/**
 * Runs turns of the event loop until a condition holds; throws if it never does. For work that takes several turns, such as a database's:
 * no clock advances.
 */
export async function until(holds: () => boolean, turns = 5000): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    if (holds()) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  throw new Error(`never came true: ${holds}`);
}

/** Waits until pending microtasks and database work have finished. */
export async function settled(turns = 50): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
