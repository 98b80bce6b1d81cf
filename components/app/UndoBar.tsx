import { Undo2, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Undo } from '../../lib/core/undo';
import { t } from '../../lib/i18n';
import './undo-bar.css';

interface UndoBarProps<What> {
  readonly undo: Undo<What>;
  /** What was taken away, in words. */
  readonly words: (what: What) => string;
}

/** After something was taken away, for ten seconds: put it back. It stays while the pointer is on it, or the keyboard's focus. */
export function UndoBar<What>({ undo, words }: UndoBarProps<What>) {
  const bar = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const taken = undo.last.value;
  useEffect(() => {
    if (taken === null) return;
    undo.holdWhile(() => bar.current?.matches(':hover, :has(:focus-visible)') ?? false);
    // What was pressed is gone with its row: from here the keyboard goes on.
    button.current?.focus({ preventScroll: true });
  }, [taken]);
  return (
    <div class="undo-place" role="status">
      {taken !== null && (
        <div class="undo" ref={bar}>
          <span>{words(taken.what)}</span>
          <button type="button" class="quiet" ref={button} onClick={() => void undo.putBack()}>
            <Undo2 size={18} aria-hidden="true" />
            {t('undo')}
          </button>
          <button type="button" class="icon" aria-label={t('dismiss')} onClick={() => undo.dismiss()}>
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
