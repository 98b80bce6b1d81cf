import { describe, expect, it } from 'vitest';
import { importFrom } from '../../../lib/exchange';

/** A file of one repeated character or word must cost about as much as an ordinary one of the same size: no pattern may go back over it. */

const SIZE = 60_000;
const repeat = (part: string) => part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE);
const HOSTILE = ['[', '(', '"', ',', ';', '\t', ' ', '1', '1.', '1,', '-', ':', '[a', '(a', ']', ')', '#', 'a ', '" ,', '2026-05-04 '];
const HEADS = ['', 'rr ', 'date,rmssd,', '2026-05-04 62 49\nx'];
/** A quadratic pattern takes over a thousand times as long. */
const MOST_TIMES = 100;

function measureMs(read: () => unknown): number {
  const from = performance.now();
  read();
  return performance.now() - from;
}

describe.each(['mornings', 'rr'] as const)('a hostile file of %s', (kind) => {
  it.each(HEADS)('after “%s” takes no longer than its size', (head) => {
    const ordinary = repeat('2026-05-04 62.5 49\n');
    importFrom(ordinary, kind);
    const reference = Math.max(...[1, 2, 3].map(() => measureMs(() => importFrom(ordinary, kind))));
    const slow = HOSTILE.filter((part) => measureMs(() => importFrom(head + repeat(part), kind)) > MOST_TIMES * reference);
    expect(slow).toEqual([]);
  });
});
