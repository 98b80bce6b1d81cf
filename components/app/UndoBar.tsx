import { Undo2, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Undo } from '../../lib/core/undo';
import { t } from '../../lib/i18n';
import './undo-bar.css';

interface UndoBarProps<What> {
  readonly undo: Undo<What>;
  /** Text that names what was removed. */
  readonly words: (what: What) => string;
}

/** Offers to undo a removal for ten seconds. It stays while it has the pointer or the focus. */
export function UndoBar<What>({ undo, words }: UndoBarProps<What>) {
  const bar = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const taken = undo.last.value;
  useEffect(() => {
    if (taken === null) return;
    undo.holdWhile(() => bar.current?.matches(':hover, :has(:focus-visible)') ?? false);
    // The button that was pressed is gone with its row, so the focus moves here.
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
