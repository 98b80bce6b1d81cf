import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPage, type SitePage } from '../../../lib/overlay/follow-page';
import type { Life } from '../../../lib/overlay/life';
import type { PageReading, TrainingSite } from '../../../lib/sites/site';

/** A site with activities at /a/ID, whose card goes to the end of #place. */
const reading = (id: string) => ({ activity: { id }, notFound: [] }) as unknown as PageReading;
const site: TrainingSite = {
  id: 'generic',
  name: null,
  origins: [],
  opensInPanel: false,
  pageData: {},
  matches: () => true,
  pageKind: ({ pathname }) => (pathname.startsWith('/a/') ? 'activity' : pathname === '/feed' ? 'overview' : null),
  read: (_document, { pathname }) => reading(pathname.split('/')[2] ?? ''),
  mountPoint: (page) => {
    const anchor = page.querySelector('#place');
    return anchor === null ? null : { anchor, append: 'last', selector: '#place' };
  },
  requests: () => [],
};

let life: Life & { over: boolean };
let shown: SitePage[] = [];
let cards: () => number;
beforeEach(() => {
  vi.useFakeTimers();
  const over = new AbortController();
  life = {
    over: false,
    signal: over.signal,
    get isInvalid() {
      if (this.over) over.abort();
      return over.signal.aborted;
    },
    end: () => over.abort(),
  };
  shown = [];
  cards = () => document.querySelectorAll('[data-card]').length;
  document.body.innerHTML = '<main><div id="place"></div></main>';
});
afterEach(() => {
  life.end();
  vi.useRealTimers();
});

function follow(of: Partial<TrainingSite> = {}, made: (hide: () => void) => void = () => {}) {
  return followPage(life, { ...site, ...of }, (place, page, hide) => {
    made(hide);
    shown.push(page);
    const element = document.createElement('div');
    element.dataset.card = page.key;
    place.anchor.append(element);
    return { element, remove: () => element.remove() };
  });
}

async function go(path: string) {
  history.pushState(null, '', path);
  dispatchEvent(new Event('popstate'));
  await vi.advanceTimersByTimeAsync(0);
}

describe('one card', () => {
  it('appears on an activity, stays through its routes, disappears with it', async () => {
    await go('/a/1');
    follow()();
    expect([cards(), shown.map(({ key }) => key)]).toEqual([1, ['activity 1']]);
    await go('/a/1/analysis');
    expect([cards(), shown.length]).toEqual([1, 1]);
    await go('/a/2');
    expect([cards(), shown.at(-1)?.key]).toEqual([1, 'activity 2']);
    await go('/feed');
    expect([cards(), shown.at(-1)?.key]).toEqual([1, 'overview']);
    await go('/elsewhere');
    expect(cards()).toBe(0);
  });

  it('appears within 100 ms after its place does', async () => {
    document.body.innerHTML = '<main></main>';
    await go('/a/1');
    follow()();
    await vi.advanceTimersByTimeAsync(7000);
    expect(cards()).toBe(0);
    document.querySelector('main')?.append(Object.assign(document.createElement('div'), { id: 'place' }));
    await vi.advanceTimersByTimeAsync(99);
    expect(cards()).toBe(1);
  });

  it('is restored when the page removed it', async () => {
    await go('/a/1');
    follow()();
    for (let i = 0; i < 50; i++) {
      document.body.innerHTML = '<main><div id="place"></div></main>';
      await vi.advanceTimersByTimeAsync(60);
      expect(cards()).toBe(1);
    }
  });

  it('gives up on a page that keeps removing it', async () => {
    await go('/a/1');
    let fights = 0;
    follow({}, () => {
      fights += 1;
      setTimeout(() => document.querySelector('[data-card]')?.remove(), 1);
    })();
    await vi.advanceTimersByTimeAsync(5000);
    expect(fights).toBeLessThanOrEqual(200);
  });

  it('stays hidden on the page where the user hid it, and appears on the next one', async () => {
    await go('/a/1');
    let hide = () => {};
    const look = follow({}, (by) => {
      hide = by;
    });
    look();
    const hideFirst = hide;
    hide();
    expect(cards()).toBe(0);
    await go('/a/1/analysis');
    look();
    expect(cards()).toBe(0);
    await go('/a/2');
    expect(cards()).toBe(1);
    // Said by a frame that is gone.
    hideFirst();
    expect(cards()).toBe(1);
  });

  it('disappears when the extension is gone', async () => {
    await go('/a/1');
    const again = follow();
    again();
    life.over = true;
    await go('/a/1/x');
    expect(cards()).toBe(0);
    again();
    expect(cards()).toBe(0);
  });

  it('follows a panel that opens and closes without a new address', async () => {
    await go('/a/0');
    document.body.innerHTML = '';
    let open = '1';
    follow({ opensInPanel: true, read: () => reading(open) })();
    await vi.advanceTimersByTimeAsync(30_000);
    document.body.innerHTML = '<div id="place"></div>';
    await vi.advanceTimersByTimeAsync(100);
    expect([cards(), shown.at(-1)?.key]).toEqual([1, 'activity 1']);
    open = '2';
    await vi.advanceTimersByTimeAsync(100);
    expect([cards(), shown.at(-1)?.key]).toEqual([1, 'activity 2']);
    document.body.innerHTML = '';
    await vi.advanceTimersByTimeAsync(100);
    expect(cards()).toBe(0);
  });
});
