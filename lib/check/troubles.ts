import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** Problems of a running recording. The check continues by itself when they are over. */
export type Trouble = 'no-rr' | 'rr-absent' | 'no-contact' | 'link-lost' | 'storage';

/** The screen shows one problem at a time: first the one that keeps the others from ending. */
const BY_URGENCY: readonly Trouble[] = ['storage', 'link-lost', 'no-rr', 'no-contact', 'rr-absent'];

/** The problems of a running check. Keeps which of them are on; the view reads the most urgent. */
export class Troubles {
  readonly #on = signal<ReadonlySet<Trouble>>(new Set());
  readonly #mostUrgent = computed(() => BY_URGENCY.find((trouble) => this.#on.value.has(trouble)) ?? null);

  get mostUrgent(): ReadonlySignal<Trouble | null> {
    return this.#mostUrgent;
  }

  /** Turns some on and others off; those not named stay as they are. */
  set(change: Partial<Record<Trouble, boolean>>): void {
    const before = this.#on.value;
    const next = BY_URGENCY.filter((trouble) => change[trouble] ?? before.has(trouble));
    if (next.length !== before.size || next.some((trouble) => !before.has(trouble))) this.#on.value = new Set(next);
  }

  clear(): void {
    this.#on.value = new Set();
  }
}
