import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { type ReboundDatabase, storedProfiles } from '../../storage';
import type { DriverKind } from '../driver';
import { kindOfProfile, type Profile, parseProfile } from '../profile';
import { builtInKinds } from './index';

/** A profile that the user imported, and which still passes the door. */
export interface ImportedProfile {
  readonly profile: Profile;
  readonly kind: DriverKind;
  readonly importedAtMs: number;
}

/** A profile that the user imported and that is no longer one: the devices that it drove are driven by nothing. */
export interface UnreadableProfile {
  readonly id: string;
  /** `built-in`: the product has a kind of that id by now. */
  readonly why: 'no-profile' | 'built-in';
}

/**
 * The driver kinds of the app tab: those built in, then those imported, which may not take the id of one built in. Follows the table of
 * imported profiles and keeps what it read in memory. The caller owes `close()`.
 */
export class DriverKinds {
  readonly #imported = signal<readonly ImportedProfile[]>([]);
  readonly #unreadable = signal<readonly UnreadableProfile[]>([]);
  readonly #all = computed(() => [...builtInKinds, ...this.#imported.value.map(({ kind }) => kind)]);
  readonly #end: () => void;

  constructor(db: ReboundDatabase) {
    const rows = liveQuery(() => storedProfiles(db)).subscribe({
      next: (stored) => {
        const before = new Map(this.#imported.value.map((one) => [one.profile.id, one]));
        const unreadable: UnreadableProfile[] = [];
        this.#imported.value = stored.flatMap(({ id, text, importedAtMs }) => {
          const parsed = parseProfile(text);
          // A text that names another id would drive another kind's devices.
          if (!parsed.ok || parsed.profile.id !== id || isBuiltIn(id)) {
            unreadable.push({ id, why: isBuiltIn(id) ? 'built-in' : 'no-profile' });
            return [];
          }
          // The same object as long as it is the same profile: a device that it drives stays driven by it.
          const known = before.get(parsed.profile.id);
          if (known?.importedAtMs === importedAtMs) return [known];
          return [{ profile: parsed.profile, kind: kindOfProfile(parsed.profile), importedAtMs }];
        });
        this.#unreadable.value = unreadable;
      },
      error: (error: unknown) => console.error('profiles', error),
    });
    this.#end = () => rows.unsubscribe();
  }

  get all(): ReadonlySignal<readonly DriverKind[]> {
    return this.#all;
  }
  /** Oldest first. */
  get imported(): ReadonlySignal<readonly ImportedProfile[]> {
    return this.#imported;
  }
  /** Imported, and of no use as they are. */
  get unreadable(): ReadonlySignal<readonly UnreadableProfile[]> {
    return this.#unreadable;
  }

  close(): void {
    this.#end();
  }
}

/** Whether an id is that of a kind that comes with the product. */
export function isBuiltIn(id: string): boolean {
  return builtInKinds.some((kind) => kind.id === id);
}
