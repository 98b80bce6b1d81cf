/** The failures that a test has scheduled, until they are used up. Needs no clean-up. */
import { BluezError, type BluezErrorName } from './bluez-error';

export class FaultPlan {
  readonly #planned = new Map<string, { readonly error: BluezErrorName; left: number }>();

  /** The next `times` operations of this kind fail; 0 cancels. */
  plan(operation: string, error: BluezErrorName, times: number): void {
    this.#planned.set(operation, { error, left: times });
  }

  /** Throws when this operation is scheduled to fail. */
  check(operation: string): void {
    const planned = this.#planned.get(operation);
    if (planned === undefined || planned.left === 0) return;
    planned.left -= 1;
    throw new BluezError(planned.error);
  }
}
