import { TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

/** What may be running, in one line of the bar where several stand, with its buttons. */
export function ShortNotice({ words, children }: { readonly words: string; readonly children: ComponentChildren }) {
  return (
    <div class="running-line short" role="alert">
      <TriangleAlert aria-hidden="true" />
      <strong class="running-words">{words}</strong>
      <div class="row">{children}</div>
    </div>
  );
}
