/** How often a stop is sent when the device does not take it, and how long to wait in between, ms. */
export const STOP_TRIES = 3;
export const STOP_AGAIN_MS = 300;
