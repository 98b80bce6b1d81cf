/** Today's snapshot as it is stored; lib/today defines what it holds. */
export interface StoredSnapshot {
  readonly snapshot: unknown;
  /** The revision that it was made from. */
  readonly mark: string;
  /** Who made it: no other version may read it. */
  readonly version: string;
  /** It may be shown from then on and before then, epoch ms. */
  readonly fromMs: number;
  readonly untilMs: number;
  /** Until when the verdict and its figures hold, epoch ms, while the next step may have changed. Never before `untilMs`. */
  readonly dayUntilMs: number;
}

export type DigestRow = { readonly key: 'revision'; readonly mark: string } | { readonly key: 'today'; readonly stored: StoredSnapshot };
