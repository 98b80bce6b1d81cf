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

  describe('is asked again after a press', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    const press = async (meanwhile: () => void): Promise<boolean> => {
      const made = guard();
      report(row, FULLY);
      nowMs += 5000;
      expect(made.sees(button)).toBe(true);
      const still = made.stillSees(button);
      meanwhile();
      await vi.advanceTimersByTimeAsync(2000);
      return still;
    };

    it('yes, while it is seen', async () => {
      expect(await press(() => {})).toBe(true);
      expect(await press(() => report(row, { isVisible: true, intersectionRatio: 0.99 }))).toBe(true);
    });

    it.each([
      ['covered', { isVisible: false, intersectionRatio: 1 }],
      ['cut off', { isVisible: true, intersectionRatio: 0.9 }],
    ])('no, if it was %s at the time of the press and the report comes late', async (_, seen) => {
      expect(await press(() => report(row, seen))).toBe(false);
      const covered = () => {
        report(row, seen);
        nowMs += 100;
        report(row, FULLY);
      };
      expect(await press(covered)).toBe(false);
    });
  });

  it('is unknown in a browser that cannot tell', async () => {
    pretendBrowser(false);
    expect(guard().sees(button)).toBeNull();
    expect(await guard().stillSees(button)).toBe(false);
    expect(observed).toEqual([]);
  });
});
