import { beforeEach, describe, expect, it } from 'vitest';
import { zoneName } from '../../components/session/words';
import { builtInKinds } from '../../lib/devices/drivers';
import { speakEnglish } from '../support/english';

/** Open Recovery devices only number their zones: docs/open-recovery-profile.md. */
const NUMBERED = ['zone', 'motor', 'chamber'].flatMap((what) => [1, 2, 12].map((nth) => `${what}-${nth}`));

describe('the name of a zone', () => {
  beforeEach(() => speakEnglish());

  const ids = new Set([...builtInKinds.flatMap(({ capabilities }) => capabilities.zones.map(({ id }) => id)), ...NUMBERED]);

  it.each([...ids])('of %s is words, with its number', (id) => {
    const name = zoneName({ id });
    expect(name).not.toBe(id);
    expect(name).toMatch(/^[A-Z][a-z]+( \d+)?$/);
    expect(/\d+/.exec(name)?.[0]).toBe(/\d+/.exec(id)?.[0]);
  });

  it('that Rebound has none for is the maker’s own', () => {
    expect(zoneName({ id: 'shoulder-left' })).toBe('shoulder-left');
  });
});
