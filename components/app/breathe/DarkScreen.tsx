import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../lib/i18n';

interface DarkScreenProps {
  readonly wake: () => void;
  /** What Escape does. */
  readonly stopAll: () => void;
}

/**
 * A black screen, full screen where the browser allows it. A touch or a key wakes it. Escape stops everything, as on every screen; so does
 * leaving full screen, because the browser does not report the Escape that does it.
 */
export function DarkScreen({ wake, stopAll }: DarkScreenProps) {
  const cover = useRef<HTMLButtonElement>(null);
  // Before the browser paints, so that a key pressed as soon as the screen is dark wakes it.
  useLayoutEffect(() => {
    cover.current?.focus();
    const root = document.documentElement;
    let over = false;
    const key = ({ key: pressed }: KeyboardEvent) => {
      if (pressed !== 'Escape') wake();
    };
    const left = () => {
      if (over || document.fullscreenElement !== null) return;
      wake();
      stopAll();
    };
    addEventListener('keydown', key);
    root.requestFullscreen({ navigationUI: 'hide' }).then(
      () => (over ? document.exitFullscreen() : document.addEventListener('fullscreenchange', left)),
      () => {
        // Full screen was refused: only the tab is dark.
      },
    );
    return () => {
      over = true;
      removeEventListener('keydown', key);
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement !== null) document.exitFullscreen().catch((error: unknown) => console.error('full screen', error));
    };
  }, []);
  return <button type="button" class="dark-screen" ref={cover} aria-label={t('breatheWake')} data-dark-screen onClick={wake} />;
}
