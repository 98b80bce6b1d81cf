import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { cardPrefs, changeCardPrefs, parsePrefs, withOne } from '../../../../lib/overlay/frame/prefs';

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
