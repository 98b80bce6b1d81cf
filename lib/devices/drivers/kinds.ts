import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { type ReboundDatabase, storedProfiles } from '../../storage';
import { anyKindOfProfile, type Profile, type ProfileFault, parseDraft, parseProfile } from '../profile';
import type { AnyKind } from '../sensor';
import { builtInKinds, builtInSensors } from './index';

/** A profile that the user imported and that passes the checks. */
export interface ImportedProfile {
  readonly profile: Profile;
  readonly kind: AnyKind;
  readonly importedAtMs: number;
}

/** A profile that the user imported and that no longer passes the checks. It is kept, and its devices have no driver. */
export interface UnreadableProfile {
  readonly id: string;
  /** `built-in`: the product now has a built-in kind with that id. `faults`: today's checks refuse it. */
  readonly why: 'no-profile' | 'built-in' | 'faults';
  /** For `faults`: what is wrong, as an import would report it. */
  readonly faults: readonly ProfileFault[];
  /** As it was imported. */
  readonly text: string;
}

/**
 * The driver kinds of the app tab: the built-in ones, then the imported ones, which cannot use the id of a built-in one. Follows the table
 * of imported profiles and keeps the parsed profiles in memory. The caller must call `close()`.
 */
export class DriverKinds {
  readonly #imported = signal<readonly ImportedProfile[]>([]);
  readonly #unreadable = signal<readonly UnreadableProfile[]>([]);
  readonly #all = computed<readonly AnyKind[]>(() => [...builtInKinds, ...builtInSensors, ...this.#imported.value.map(({ kind }) => kind)]);
  readonly #end: () => void;

  constructor(db: ReboundDatabase) {
    const rows = liveQuery(() => storedProfiles(db)).subscribe({
      next: (stored) => {
        const before = new Map(this.#imported.value.map((one) => [one.profile.id, one]));
        const unreadable: UnreadableProfile[] = [];
        this.#imported.value = stored.flatMap(({ id, text, importedAtMs }) => {
          const parsed = parseProfile(text);
          // A profile whose text has another id would control devices of another kind.
          if (!parsed.ok || parsed.profile.id !== id || isBuiltIn(id)) {
            const faults = !parsed.ok && parseDraft(text)?.id === id ? parsed.faults : [];
            unreadable.push({ id, why: isBuiltIn(id) ? 'built-in' : faults.length > 0 ? 'faults' : 'no-profile', faults, text });
            return [];
          }
          // Reuse the object while the profile is unchanged, so that its connected devices keep their driver.
          const known = before.get(parsed.profile.id);
          if (known?.importedAtMs === importedAtMs) return [known];
          return [{ profile: parsed.profile, kind: anyKindOfProfile(parsed.profile), importedAtMs }];
        });
        this.#unreadable.value = unreadable;
      },
      error: (error: unknown) => console.error('profiles', error),
    });
    this.#end = () => rows.unsubscribe();
  }

  get all(): ReadonlySignal<readonly AnyKind[]> {
    return this.#all;
  }
  /** Oldest first. */
  get imported(): ReadonlySignal<readonly ImportedProfile[]> {
    return this.#imported;
  }
  /** Imported profiles that can no longer be used. */
  get unreadable(): ReadonlySignal<readonly UnreadableProfile[]> {
    return this.#unreadable;
  }

  close(): void {
    this.#end();
  }
}

/** Whether a kind with this id comes with the product. */
export function isBuiltIn(id: string): boolean {
  return [...builtInKinds, ...builtInSensors].some((kind) => kind.id === id);
}
