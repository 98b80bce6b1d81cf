import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../../lib/browser/messages';
import { addedPages, allowOrigins, siteAllowed } from '../../../lib/browser/site-scripts';
import type { TrainingSite } from '../../../lib/sites';

/** Asks for origins, from a click; true once their cards are really registered. */
export async function allowSite(origins: readonly string[]): Promise<boolean> {
  const granted = await allowOrigins(origins);
  if (granted) await ask('sites-changed', {});
  return granted;
}

/** Looks now and whenever the permissions change, here or in the browser's own settings; null before the first look. */
function useAllowed<Value>(look: () => Promise<Value>): Value | null {
  const [value, setValue] = useState<Value | null>(null);
  // `look` is another function with each drawing; what it looks at is not.
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
