import { useCallback, useEffect, useState } from 'preact/hooks';
import { type CardPrefs, cardPrefs, changeCardPrefs, followCardPrefs } from '../../../lib/overlay/frame/prefs';

export type ChangePrefs = (change: (prefs: CardPrefs) => Partial<CardPrefs>) => void;

/** The user's settings for the card, as they are now; null until they are read. */
export function useCardPrefs(): [CardPrefs | null, ChangePrefs] {
  const [prefs, setPrefs] = useState<CardPrefs | null>(null);
  useEffect(() => {
    cardPrefs().then(setPrefs, (error: unknown) => console.error(error));
    return followCardPrefs(setPrefs);
  }, []);
  const change = useCallback<ChangePrefs>((by) => void changeCardPrefs(by).then(setPrefs, (error: unknown) => console.error(error)), []);
  return [prefs, change];
}
