import { useCallback, useEffect, useState } from 'preact/hooks';
import { type CardPrefs, cardPrefs, changeCardPrefs } from '../../../lib/overlay/prefs';

export type ChangePrefs = (change: (prefs: CardPrefs) => Partial<CardPrefs>) => void;

/** How the card is wanted on pages; null before it is known. */
export function useCardPrefs(): [CardPrefs | null, ChangePrefs] {
  const [prefs, setPrefs] = useState<CardPrefs | null>(null);
  useEffect(() => {
    cardPrefs().then(setPrefs, (error: unknown) => console.error(error));
  }, []);
  const change = useCallback<ChangePrefs>((by) => void changeCardPrefs(by).then(setPrefs, (error: unknown) => console.error(error)), []);
  return [prefs, change];
}
