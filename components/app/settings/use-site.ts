import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../../lib/browser/messages';
import { addedPages, allowOrigins, siteAllowed } from '../../../lib/browser/site-scripts';
import type { TrainingSite } from '../../../lib/sites';

/** Requests permission for origins; call it from a click. True once the cards are registered. */
export async function allowSite(origins: readonly string[]): Promise<boolean> {
  const granted = await allowOrigins(origins);
  if (granted) await ask('sites-changed', {});
  return granted;
}

/** Reads now and after each change of the permissions, here or in the browser's own settings; null before the first result. */
function useAllowed<Value>(look: () => Promise<Value>): Value | null {
  const [value, setValue] = useState<Value | null>(null);
  // `look` is a new function at every render, but always reads the same.
  useEffect(() => {
    const see = () => void look().then(setValue, (error: unknown) => console.error(error));
    see();
    browser.permissions.onAdded.addListener(see);
    browser.permissions.onRemoved.addListener(see);
    return () => {
      browser.permissions.onAdded.removeListener(see);
      browser.permissions.onRemoved.removeListener(see);
    };
  }, []);
  return value;
}

export function useSiteAllowed(site: TrainingSite | null): boolean | null {
  return useAllowed(async () => site !== null && (await siteAllowed(site)));
}

export function useAddedPages(): readonly string[] | null {
  return useAllowed(addedPages);
}
