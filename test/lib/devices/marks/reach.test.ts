import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReach, type Reach, reachText, readReach } from '../../../../lib/devices/marks/reach';

const bytes = (most: number) => fc.uint8Array({ maxLength: most }).map((array) => new Uint8Array(array));
const key = fc.string({ maxLength: 100 }).filter((name) => name !== '__proto__');
const reach: fc.Arbitrary<Reach> = fc.record({
  profile: fc.option(fc.string({ maxLength: 2000 })),
  settings: fc.dictionary(key, fc.string({ maxLength: 100 }), { maxKeys: 50, noNullPrototype: true }),
  secrets: fc.record({ address: bytes(6), table: bytes(256) }, { requiredKeys: [] }),
});

describe('what a stop needs', () => {
  it('property: comes back from its text as it was', () => {
    fc.assert(
      fc.property(reach, (given) => {
        expect(readReach(reachText(given) ?? '')).toEqual(given);
      }),
    );
  });

  it('property: is read completely or not at all, whatever became of its text', () => {
    const junk = fc.oneof(
      fc.json(),
      fc.string(),
      fc.record({ profile: fc.anything(), settings: fc.anything(), secrets: fc.anything() }).map((value) => JSON.stringify(value) ?? ''),
    );
    fc.assert(
      fc.property(junk, (text) => {
        const read = readReach(text);
        if (read === null) return;
        expect(Object.keys(read).sort()).toEqual(['profile', 'secrets', 'settings']);
        expect(readReach(reachText(read) ?? '')).toEqual(read);
      }),
    );
  });

  it.each([
    ['a profile that no import would take', { profile: 'x'.repeat(128 * 1024 + 1) }],
    ['a PIN as long as a page', { settings: { pin: '1'.repeat(101) } }],
    ['hundreds of settings', { settings: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`s${i}`, '1'])) }],
    ['a secret of any size', { secrets: { table: new Uint8Array(1025) } }],
  ])('is not kept with %s', (_, changes) => {
    const full = { profile: null, settings: {}, secrets: {}, ...changes } as Reach;
    expect(reachText(full)).toBeNull();
  });

  it.each([
    '{"profile":null,"settings":{}}',
    '{"profile":null,"settings":{},"secrets":{"address":"0"}}',
    '{"profile":null,"settings":{},"secrets":{"address":"ZZ"}}',
    '{"profile":null,"settings":{"pin":1234},"secrets":{}}',
    '{"profile":null,"settings":{},"secrets":{"key":"00"}}',
    '{"profile":null,"settings":{},"secrets":{},"more":1}',
    '{"profile":null,"settings":{},"secrets":',
    'null',
    '',
  ])('is not read from %s', (text) => {
    expect(readReach(text)).toBeNull();
  });

  it('is nothing for a kind of the product without secrets or settings', () => {
    expect(makeReach({}, { secrets: {} })).toBeNull();
    expect(makeReach({}, { secrets: {}, settings: { pin: '1' } })).toEqual({ profile: null, settings: { pin: '1' }, secrets: {} });
    expect(makeReach({ imported: '{}' }, { secrets: {} })).toEqual({ profile: '{}', settings: {}, secrets: {} });
  });
});
