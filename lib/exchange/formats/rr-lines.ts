import type { Importer } from '../importer';
import { toRr } from '../rr-values';
import { splitLines } from '../table';

/** RR intervals, one per line. Skips blank lines and lines that begin with `#`. Accepts a decimal comma. */
export const rrLines: Importer = {
  id: 'rr-lines',
  name: null,
  gives: 'rr',
  extensions: ['.txt'],
  sniff: null,
  read: ({ text }) =>
    toRr(
      splitLines(text).map(({ text: cell, line }) => ({ line, text: /^"(.*)"$/.exec(cell)?.[1] ?? cell })),
      true,
    ),
};
