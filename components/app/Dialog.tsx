import type { ComponentChildren, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

interface DialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** The id of its heading. */
  readonly labelledBy: string;
  readonly class?: string;
  readonly onClose?: () => void;
  readonly children: ComponentChildren;
}

/**
 * A question over the page. Never modal: a modal dialog makes the bar of what runs inert, and its Stop must stay in reach while anything runs
 * or begins to. The shade keeps clicks off the rest of the page. `openDialog` opens it.
 */
export function Dialog({ dialog, labelledBy, onClose, children, class: own = '' }: DialogProps) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      // An Escape that stopped something does not come here (`onEscape`).
      if (event.key === 'Escape' && dialog.current?.open) dialog.current.close();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  return (
    <>
      <dialog ref={dialog} class={own} aria-labelledby={labelledBy} {...(onClose === undefined ? {} : { onClose })}>
        {children}
      </dialog>
      <div class="dialog-shade" />
    </>
  );
}

/** Opens it with the focus inside. */
export function openDialog(dialog: RefObject<HTMLDialogElement | null>): void {
  if (dialog.current?.open === false) dialog.current.show();
}
