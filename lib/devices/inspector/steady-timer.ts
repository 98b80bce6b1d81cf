import { signal } from '@preact/signals';

/** The timer of what was set moving by bytes: it runs until it is stopped, and nobody knows how long. */
export const STEADY = { state: signal('running' as const), remainingS: signal(null) };
