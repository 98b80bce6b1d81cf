import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGuard } from '../../../../lib/overlay/frame/guard';

/** What the browser reports about an element. */
interface Seen {
  readonly isVisible: boolean;
  readonly intersectionRatio: number;
}

let report: (target: Element, seen: Seen) => void = () => {};
let observed: Element[] = [];
let options: unknown;
let nowMs = 0;

function pretendBrowser(canTell: boolean) {
  class Entry {}
  if (canTell) Object.defineProperty(Entry.prototype, 'isVisible', { value: false });
  vi.stubGlobal('IntersectionObserverEntry', Entry);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: readonly object[]) => void, given: unknown) {
        options = given;
        report = (target, seen) => tell([{ target, ...seen }]);
      }
      observe(element: Element) {
        observed.push(element);
      }
    },
  );
}

const FULLY = { isVisible: true, intersectionRatio: 1 };

describe('whether the user can have seen what they pressed', () => {
  let row: Element;
  let button: Element;
  beforeEach(() => {
    [observed, nowMs] = [[], 0];
    pretendBrowser(true);
    document.body.innerHTML = '<ul><li><button>Done</button></li></ul>';
    [row, button] = [document.querySelector('li') as Element, document.querySelector('button') as Element];
  });
  afterEach(() => vi.unstubAllGlobals());

  const guard = () => {
    const made = createGuard(() => nowMs);
    made.watch(row);
    return made;
  };

  it('is asked of the browser’s own visibility, once for each element', () => {
    const made = guard();
    made.watch(row);
    made.watch(null);
    expect(observed).toEqual([row]);
    expect(options).toMatchObject({ trackVisibility: true, delay: 100 });
  });

  it('needs the whole row around the button, for a moment', () => {
    const made = guard();
    expect(made.sees(button)).toBe(false);
    report(row, FULLY);
    nowMs = 299;
    expect(made.sees(button)).toBe(false);
    nowMs = 300;
    expect(made.sees(button)).toBe(true);
  });

  it.each([
    ['something covers it', { isVisible: false, intersectionRatio: 1 }],
    ['a part is cut off', { isVisible: true, intersectionRatio: 0.5 }],
  ])('is over when %s, and begins anew', (_, seen) => {
    const made = guard();
    report(row, FULLY);
    nowMs = 5000;
    report(row, seen);
    expect(made.sees(button)).toBe(false);
    report(row, FULLY);
    expect(made.sees(button)).toBe(false);
    nowMs = 5300;
    expect(made.sees(button)).toBe(true);
  });

  it('goes on through further reports of an element that is seen', () => {
    const made = guard();
    report(row, FULLY);
    nowMs = 299;
    report(row, { isVisible: true, intersectionRatio: 0.99 });
    nowMs = 300;
    expect(made.sees(button)).toBe(true);
  });

  it('is no for what nobody watches', () => {
    const made = guard();
    report(row, FULLY);
    nowMs = 1000;
    expect(made.sees(document.body)).toBe(false);
  });

  it('is unknown in a browser that cannot tell', () => {
    pretendBrowser(false);
    expect(guard().sees(button)).toBeNull();
    expect(observed).toEqual([]);
  });
});
