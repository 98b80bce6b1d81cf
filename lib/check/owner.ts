/**
 * Exactly one app tab owns Bluetooth and the journal. The lock is the browser's: it goes free by itself when the tab closes or dies.
 */
export const OWNER_LOCK = 'rebound-owner';

/** Takes the ownership for as long as this page lives. False when another tab has it. */
export function claimOwnership(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(OWNER_LOCK, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Held until the page goes: this promise never ends.
        return lock === null ? undefined : new Promise<void>(() => {});
      })
      .catch(reject);
  });
}

/** Waits until the other tab has gone, and takes over. */
export function waitForOwnership(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(OWNER_LOCK, { signal }, () => {
        resolve();
        return new Promise<void>(() => {});
      })
      .catch(reject);
  });
}

/** Whether some app tab lives and owns Bluetooth. */
export async function isOwned(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some((lock) => lock.name === OWNER_LOCK) ?? false;
}
