import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { REMOVE_CARD } from '../../lib/site-message';
import { allowStrava, removeStrava, stravaAllowed, syncSites } from '../../lib/site-scripts';

interface Script {
  readonly id: string;
  readonly matches?: string[];
  readonly persistAcrossSessions?: boolean;
}

/** A browser's permissions and content scripts, as far as they are used. Tab 3 is a Strava page that takes no script. */
const state = { allowed: false, scripts: [] as Script[], injected: [] as number[], told: [] as [number, unknown][] };
const tabs = [
  { id: 1, url: 'https://www.strava.com/activities/1' },
  { id: 2, url: 'https://example.com/' },
  { id: 3, url: 'https://www.strava.com/broken' },
  { id: 4, url: 'https://m.strava.com/activities/2' },
  { url: 'https://www.strava.com/without-id' },
];

function hostMatches(patterns: string | string[], url: string): boolean {
  return [patterns].flat().some((pattern) => new URL(url).host === new URL(pattern.replace('*', '')).host);
}

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(state, { allowed: false, scripts: [], injected: [], told: [] });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const spy = <Api extends object>(api: Api, calls: Partial<Record<keyof Api, unknown>>) => Object.assign(api, calls);
  spy(fakeBrowser.permissions, {
    contains: async () => state.allowed,
    request: async () => {
      state.allowed = true;
      return true;
    },
    remove: async () => {
      state.allowed = false;
      return true;
    },
  });
  spy(fakeBrowser.scripting, {
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) => state.scripts.filter(({ id }) => ids.includes(id)),
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
  it('is registered for the sites allowed and no other, and stays after a restart', async () => {
    await allowStrava();
    await syncSites();
    expect(state.scripts).toHaveLength(1);
    expect(state.scripts[0]?.matches).toEqual(['https://www.strava.com/*', 'https://m.strava.com/*']);
    expect(state.scripts[0]?.persistAcrossSessions).toBe(true);
  });

  it('comes to pages that are open already, once; one that cannot take it does not keep it from the others', async () => {
    await allowStrava();
    await syncSites();
    expect(state.injected).toEqual([1, 4]);
    await syncSites();
    expect([state.injected, state.scripts.length]).toEqual([[1, 4], 1]);
  });

  it('an older registration is brought up to date', async () => {
    await allowStrava();
    state.scripts = [{ id: 'overlay', matches: ['https://old.example/*'] }];
    await syncSites();
    expect(state.scripts.map(({ matches }) => matches)).toEqual([['https://www.strava.com/*', 'https://m.strava.com/*']]);
  });

  it('goes with the permission, and the cards with it', async () => {
    await allowStrava();
    await syncSites();
    await removeStrava();
    await syncSites();
    expect([await stravaAllowed(), state.scripts]).toEqual([false, []]);
    expect(state.told).toEqual([1, 2, 3, 4].map((id) => [id, REMOVE_CARD]));
  });

  it('is never there without the permission', async () => {
    await syncSites();
    expect([state.scripts, state.injected]).toEqual([[], []]);
  });
});
