import type { Clock } from '../core/clock';
import { Undo } from '../core/undo';
import { type Check, deleteCheck, type ReboundDatabase, restoreCheck } from '../storage';

export interface DeletionDeps {
  readonly clock: Clock;
  /** Called after the checks changed, because the badge may change. Nobody awaits it; it must not reject. */
  readonly changed: () => Promise<unknown>;
}

/** Deletes checks, and keeps the last one for a while so that it can be restored. */
export class Deletion extends Undo<Check> {
  readonly #changed: DeletionDeps['changed'];

  constructor({ clock, changed }: DeletionDeps) {
    super(clock);
    this.#changed = changed;
  }

  async remove(db: ReboundDatabase, id: string): Promise<void> {
    const check = await deleteCheck(db, id);
    if (check === null) return;
    this.offer({
      what: check,
      // Restores it exactly as it was.
      putBack: async () => {
        await restoreCheck(db, check);
        void this.#changed();
      },
    });
    void this.#changed();
  }
}
