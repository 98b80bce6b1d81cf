import { Info, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly kind?: 'info' | 'warn';
  readonly what: string;
  readonly todo?: string;
  readonly children?: ComponentChildren;
  /** Announced by screen readers when it appears. */
  readonly live?: boolean;
}

/** What happened, and what to do about it. */
export function Notice({ kind = 'info', what, todo, children, live = false }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} {...(live ? { role: kind === 'warn' ? 'alert' : 'status' } : {})}>
      {kind === 'warn' ? <TriangleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
      <div class="stack tight">
        <p>
          <strong>{what}</strong> {todo}
        </p>
        {children}
      </div>
    </div>
  );
}
