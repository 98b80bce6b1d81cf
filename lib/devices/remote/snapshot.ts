import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isOwned } from '../../check/owner';

/**
 * A value that the app tab publishes for other surfaces. It is kept in session storage (in the browser's memory, closed to content
 * scripts); popup, side panel and background read it. After a crash a value outlives its tab, so it counts only while the owner's lock is
 * held.
 */
export interface Snapshot<T> {
  /** Called with every beat and tick, so it writes only when the value has changed. */
  publish(value: T): Promise<void>;
  /** Null when no app tab is open, or one of another version. */
  read(): Promise<T | null>;
  /** Calls the listener with the current value and after each change. Returns a function that ends the watch. */
  watch(listener: (value: T | null) => void): () => void;
}

export function snapshot<Schema extends v.GenericSchema>(key: string, schema: Schema): Snapshot<v.InferOutput<Schema>> {
  const believed = async (value: unknown): Promise<v.InferOutput<Schema> | null> => {
    const parsed = v.safeParse(schema, value);
    return parsed.success && (await isOwned()) ? parsed.output : null;
  };
  let published: string | null = null;
  const read = async () => believed((await browser.storage.session.get(key))[key]);
  return {
    async publish(value) {
      const text = JSON.stringify(value);
      if (text === published) return;
      published = text;
      try {
        await browser.storage.session.set({ [key]: value });
      } catch (error) {
        published = null;
        throw error;
      }
    },
    read,
    watch(listener) {
      // Ignore answers that arrive late, and all answers after the end.
      let asked = 0;
      let told = 0;
      const tell = (answer: Promise<v.InferOutput<Schema> | null>) => {
        const number = ++asked;
        answer.then(
          (value) => {
            if (number <= told) return;
            told = number;
            listener(value);
          },
          (error: unknown) => console.error(key, error),
        );
      };
      const changed = (changes: Record<string, { newValue?: unknown }>) => {
        if (key in changes) tell(believed(changes[key]?.newValue));
      };
      browser.storage.session.onChanged.addListener(changed);
      tell(read());
      return () => {
        told = Number.POSITIVE_INFINITY;
        browser.storage.session.onChanged.removeListener(changed);
      };
    },
  };
}
