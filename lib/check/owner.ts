/**
 * Exactly one app tab owns Bluetooth and the journal. The browser holds the lock and releases it by itself when the tab closes or crashes.
 */
export const OWNER_LOCK = 'rebound-owner';

/** Takes ownership for as long as this page lives. False when another tab has it. */
export function claimOwnership(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(OWNER_LOCK, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Held until the page goes away: this promise never settles.
        return lock === null ? undefined : new Promise<void>(() => {});
      })
      .catch(reject);
  });
}

/** Waits until the other tab has gone, then takes ownership. */
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

/** Whether an app tab is open and owns Bluetooth. */
export async function isOwned(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some((lock) => lock.name === OWNER_LOCK) ?? false;
}
