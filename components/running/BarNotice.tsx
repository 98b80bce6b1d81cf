import type { ComponentChildren } from 'preact';
import { Notice } from '../Notice';
import { ShortNotice } from './ShortNotice';

interface BarNoticeProps {
  readonly what: string;
  readonly todo: string;
  /** Others stand beside it: only what happened is said. */
  readonly short: boolean;
  /** Its buttons. */
  readonly children: ComponentChildren;
}

/** What may be running, in the bar, with its buttons. */
export function BarNotice({ what, todo, short, children }: BarNoticeProps) {
  if (short) return <ShortNotice words={what}>{children}</ShortNotice>;
  return (
    <Notice kind="warn" what={what} todo={todo} live>
      <div class="row">{children}</div>
    </Notice>
  );
}
