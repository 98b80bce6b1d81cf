import type { ObjectTree } from './object-tree';

/** What a device sees of the radio that it is in. */
export interface Air {
  readonly tree: ObjectTree;
  readonly searching: boolean;
  readonly powered: boolean;
  nowMs: number;
  /** How many notifications were sent to those who are subscribed. */
  notified: number;
}
