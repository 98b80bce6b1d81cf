import { describe, expect, it } from 'vitest';
import { isForAddedPages, siteFor, sites } from '../../../lib/sites';
import { SITE_IDS } from '../../../lib/sites/ids';

describe('the training sites', () => {
  it('have the ids of the list without readers', () => {
    expect(sites.map(({ id }) => id).sort()).toEqual([...SITE_IDS]);
  });

  it('end with the only reader for added pages', () => {
    expect(sites.filter(isForAddedPages)).toEqual(sites.slice(-1));
  });
});

describe.each(sites.map((site) => [site.id, site] as const))('%s', (_, site) => {
  it('has a name unless it is for added pages', () => {
    expect(site.name === null).toBe(isForAddedPages(site));
    expect(site.name).not.toBe('');
  });

  it('requests secure origins, and only its own', () => {
    for (const origin of site.origins) {
      expect(origin).toMatch(/^https:\/\/(\*\.)?[a-z0-9.-]+\/\*$/);
      expect(siteFor(new URL(origin.replace('*.', 'any.').replace('/*', '/'))), origin).toBe(site);
    }
  });

  it('is not at another port, protocol or host that looks like its own', () => {
    for (const origin of site.origins) {
      const host = new URL(origin.replace('*.', '').replace('/*', '/')).host;
      const others = [
        `https://${host}:444/`,
        `http://${host}/`,
        `blob:https://${host}/x`,
        `https://${host}.evil.example/`,
        `https://${host}@evil.example/`,
        `https://${host}./`,
      ];
      expect(others.filter((other) => site.matches(new URL(other)))).toEqual([]);
    }
  });

  it('finds nothing on an empty page, and does not throw', () => {
    const url = new URL(site.origins[0]?.replace('*.', '').replace('/*', '/activities/1') ?? 'https://club.example/');
    const empty = new DOMParser().parseFromString('', 'text/html');
    const { activity } = site.read(empty, url, null);
    expect(Object.entries(activity ?? {}).filter(([name, value]) => name !== 'id' && value !== null)).toEqual([]);
    expect(() => site.mountPoint(empty, url)).not.toThrow();
    expect(() => site.requests(empty, url)).not.toThrow();
  });
});
