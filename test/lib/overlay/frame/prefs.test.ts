import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { cardPrefs, changeCardPrefs, followCardPrefs, parsePrefs, withOne } from '../../../../lib/overlay/frame/prefs';

beforeEach(() => fakeBrowser.reset());

it('keep their last change; a change leaves the others as they are', async () => {
  expect(await cardPrefs()).toEqual({ collapsed: false, corner: [], hiddenSites: [], hiddenPages: [] });
  await changeCardPrefs(() => ({ collapsed: true }));
  await changeCardPrefs(({ hiddenSites }) => ({ hiddenSites: withOne(hiddenSites, 'strava', true) }));
  await changeCardPrefs(({ hiddenSites }) => ({ hiddenSites: withOne(hiddenSites, 'strava', true) }));
  expect(await cardPrefs()).toEqual({ collapsed: true, corner: [], hiddenSites: ['strava'], hiddenPages: [] });
  await changeCardPrefs(({ hiddenSites }) => ({ hiddenSites: withOne(hiddenSites, 'strava', false) }));
  expect((await cardPrefs()).hiddenSites).toEqual([]);
});

it('keep every change that is made before an earlier one is stored', async () => {
  const sites = ['strava', 'garmin', 'polar'];
  await Promise.all(sites.map((site) => changeCardPrefs(({ hiddenSites }) => ({ hiddenSites: withOne(hiddenSites, site, true) }))));
  expect((await cardPrefs()).hiddenSites).toEqual(sites);
});

it('can be changed after a change that could not be stored', async () => {
  const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QuotaExceededError'));
  await expect(changeCardPrefs(() => ({ collapsed: true }))).rejects.toThrow('QuotaExceededError');
  set.mockRestore();
  expect((await changeCardPrefs(() => ({ corner: ['strava'] }))).corner).toEqual(['strava']);
});

it('are followed until told otherwise', async () => {
  const seen: boolean[] = [];
  const leave = followCardPrefs(({ collapsed }) => seen.push(collapsed));
  await changeCardPrefs(() => ({ collapsed: true }));
  await fakeBrowser.storage.local.set({ other: 1 });
  leave();
  await changeCardPrefs(() => ({ collapsed: false }));
  expect(seen).toEqual([true]);
});

it('are valid whatever is stored, with a limited number of pages', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const { collapsed, corner, hiddenSites, hiddenPages } = parsePrefs(stored);
      return (
        typeof collapsed === 'boolean' && [corner, hiddenSites, hiddenPages].every((list) => list.every((one) => typeof one === 'string'))
      );
    }),
  );
  const pages = Array.from({ length: 1000 }, (_, i) => `${i}`);
  expect(parsePrefs({ hiddenPages: pages }).hiddenPages).toEqual(pages.slice(-300));
});
