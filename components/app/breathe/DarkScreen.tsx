import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { onEscape } from '../devices/use-escape';

interface DarkScreenProps {
  readonly wake: () => void;
  readonly stop: () => void;
}

/** A black screen, full screen where the browser allows it. A touch or a key wakes it; Escape, or leaving full screen, ends it. */
export function DarkScreen({ wake, stop }: DarkScreenProps) {
  const cover = useRef<HTMLButtonElement>(null);
  // Before the browser paints, so that a key pressed as soon as the screen is dark wakes it.
  useLayoutEffect(() => {
    cover.current?.focus();
    const root = document.documentElement;
    let over = false;
    const forget = onEscape(() => {
      wake();
      stop();
    });
    const key = ({ key: pressed }: KeyboardEvent) => {
      if (pressed !== 'Escape') wake();
    };
    // The browser does not report the Escape that leaves full screen.
    const left = () => {
      if (over || document.fullscreenElement !== null) return;
      wake();
      stop();
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
      forget();
      removeEventListener('keydown', key);
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement !== null) document.exitFullscreen().catch((error: unknown) => console.error('full screen', error));
    };
  }, []);
  return <button type="button" class="dark-screen" ref={cover} aria-label={t('breatheWake')} data-dark-screen onClick={wake} />;
}
