import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { covers, isRemoved } from '../../../lib/browser/site-message';
import { addedPages, allowOrigins, originPattern, removeOrigins, siteAllowed, syncSites } from '../../../lib/browser/site-scripts';
import { siteById } from '../../../lib/sites';

interface Script {
  readonly id: string;
  readonly matches?: string[];
  readonly persistAcrossSessions?: boolean;
}

const strava = siteById('strava') ?? raise();
const STRAVA = [...strava.origins];

function raise(): never {
  throw new Error('no Strava in the table of sites');
}

/** A browser's permissions and content scripts, as far as they are used. Tab 3 is a Strava page that cannot take a script. */
const state = { allowed: [] as string[], scripts: [] as Script[], injected: [] as number[], told: [] as [number, unknown][] };
const tabs = [
  { id: 1, url: 'https://www.strava.com/activities/1' },
  { id: 2, url: 'https://example.com/' },
  { id: 3, url: 'https://www.strava.com/broken' },
  { id: 4, url: 'https://m.strava.com/activities/2' },
  { url: 'https://www.strava.com/without-id' },
];

function hostMatches(patterns: string | string[], url: string): boolean {
  return [patterns].flat().some((pattern) => covers(pattern, new URL(url)));
}

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(state, { allowed: [], scripts: [], injected: [], told: [] });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const spy = <Api extends object>(api: Api, calls: Partial<Record<keyof Api, unknown>>) => Object.assign(api, calls);
  spy(fakeBrowser.permissions, {
    contains: async ({ origins }: { origins: string[] }) => origins.every((one) => state.allowed.includes(one)),
    getAll: async () => ({ origins: state.allowed }),
    request: async ({ origins }: { origins: string[] }) => {
      state.allowed = [...state.allowed, ...origins];
      return true;
    },
    remove: async ({ origins }: { origins: string[] }) => {
      state.allowed = state.allowed.filter((one) => !origins.includes(one));
      return true;
    },
  });
  spy(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => state.scripts,
    registerContentScripts: async (scripts: Script[]) => {
      if (scripts.some(({ id }) => state.scripts.some((other) => other.id === id))) throw new Error('Duplicate script ID');
      state.scripts.push(...scripts);
    },
    updateContentScripts: async (scripts: Script[]) => {
      state.scripts = state.scripts.map((old) => ({ ...old, ...scripts.find(({ id }) => id === old.id) }));
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      state.scripts = state.scripts.filter(({ id }) => !ids.includes(id));
    },
    executeScript: async ({ target }: { target: { tabId: number } }) => {
      if (target.tabId === 3) throw new Error('Cannot access contents of the page');
      state.injected.push(target.tabId);
      return [];
    },
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async ({ url }: { url?: string | string[] }) =>
    url === undefined ? tabs : tabs.filter((tab) => hostMatches(url, tab.url))) as never);
  Object.assign(fakeBrowser.tabs, {
    sendMessage: async (id: number, message: unknown) => {
      state.told.push([id, message]);
      if (id !== 1) throw new Error('Could not establish connection. Receiving end does not exist.');
    },
  });
});
afterEach(() => void vi.restoreAllMocks());

describe('the card’s script', () => {
  it('is registered for the allowed sites only, and stays after a restart', async () => {
    await allowOrigins(STRAVA);
    await syncSites();
    expect(state.scripts).toHaveLength(1);
    expect(state.scripts[0]?.matches).toEqual(STRAVA);
    expect(state.scripts[0]?.persistAcrossSessions).toBe(true);
  });

  it('is added once to pages that are already open; a failing page does not affect the others', async () => {
    await allowOrigins(STRAVA);
    await syncSites();
    expect(state.injected).toEqual([1, 4]);
    await syncSites();
    expect([state.injected, state.scripts.length]).toEqual([[1, 4], 1]);
  });

  it('updates an older registration', async () => {
    await allowOrigins(STRAVA);
    state.scripts = [{ id: 'card-strava', matches: ['https://old.example/*'] }];
    await syncSites();
    expect(state.scripts.map(({ matches }) => matches)).toEqual([STRAVA]);
  });

  it('is removed with the permission, and so are the cards', async () => {
    await allowOrigins(STRAVA);
    await syncSites();
    await removeOrigins(STRAVA);
    await syncSites();
    expect([await siteAllowed(strava), state.scripts]).toEqual([false, []]);
    const told = { rebound: 1, kind: 'sites-allowed', origins: [] };
    expect(state.told.slice(-4)).toEqual([1, 2, 3, 4].map((id) => [id, told]));
    expect(isRemoved(told, 'https://www.strava.com/activities/1')).toBe(true);
  });

  it('is never registered without the permission', async () => {
    await syncSites();
    expect([state.scripts, state.injected]).toEqual([[], []]);
  });

  it('is added again to open pages after an update, and removed for a site that no longer exists', async () => {
    await allowOrigins(STRAVA);
    await syncSites();
    state.scripts.push({ id: 'card-bygone' });
    await syncSites(true);
    expect(state.injected).toEqual([1, 4, 1, 4]);
    expect(state.scripts.map(({ id }) => id)).toEqual(['card-strava']);
  });
});

describe('a page that may no longer have a card', () => {
  const allowing = (...origins: string[]) => ({ rebound: 1, kind: 'sites-allowed', origins });
  it.each([
    ['its own origin', allowing('https://www.strava.com/*'), false],
    ['every subdomain of it', allowing('https://*.strava.com/*'), false],
    ['another site', allowing('https://strava.com.evil.example/*'), true],
    ['a longer name', allowing('https://xwww.strava.com/*'), true],
    ['another scheme', allowing('http://www.strava.com/*'), true],
    ['nothing', allowing(), true],
    ['a message of another kind', { kind: 'other', origins: [] }, false],
    ['a message without origins', { rebound: 1, kind: 'sites-allowed' }, false],
    ['no message', null, false],
  ])('%s allowed', (_, message, removed) => {
    expect(isRemoved(message, 'https://www.strava.com/activities/1')).toBe(removed);
  });
});

describe('a page that the user adds', () => {
  it.each([
    ['club.example', 'https://club.example/*'],
    [' https://www.club.example/training/7?x=1#y ', 'https://www.club.example/*'],
    ['http://club.example', null],
    ['localhost', null],
    ['https://club.example:8443/', null],
    ['javascript:alert(1)', null],
    ['*', null],
    ['', null],
    ['https://*.com', null],
    ['*.example.com', null],
    ['https://%2a.com', null],
    ['https://club%2eexample', null],
    ['https://user:pw@club.example', null],
    ['strava.com@club.example', null],
    ['https://club.example\\@other.example', null],
    ['https://club.example.', null],
    ['https://a.example https://b.example', null],
    ['<all_urls>', null],
    ['0x7f.1', null],
    ['https://[::1]', null],
    ['https://10.0.0.7', 'https://10.0.0.7/*'],
    ['CLUB.Example', 'https://club.example/*'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/*'],
    ['BÜCHER.例え.example/x', 'https://xn--bcher-kva.xn--r8jz45g.example/*'],
    ['xn--bcher-kva.example', 'https://xn--bcher-kva.example/*'],
    ['club.example:443', 'https://club.example/*'],
    ['https://club.example:443/x', 'https://club.example/*'],
    ['club.example:8443', null],
    ['club.example/@me:1', 'https://club.example/*'],
    ['https://0x7f.1/127.0.0.1', null],
    ['https://2130706433/127.0.0.1', null],
    ['https://①②⑦.0.0.1/127.0.0.1', null],
    ['https://ⓔvil.example/evil.example', null],
    ['ｃlub.example', null],
    ['club。example', null],
    ['club\u00ad.example', null],
    ['bü\u00adcher.example', null],
    ['bü\ufe0fcher.example', null],
    ['bu\u0308cher.example', null],
    ['https:club.example', null],
  ])('%j is requested as %j', (typed, pattern) => expect(originPattern(typed)).toBe(pattern));

  it('is distinguished from listed sites and from all pages', async () => {
    state.allowed = [...STRAVA, 'https://club.example/*', 'https://*/*', 'http://plain.example/*'];
    expect(await addedPages()).toEqual(siteById('generic') === null ? [] : ['https://club.example']);
  });
});
