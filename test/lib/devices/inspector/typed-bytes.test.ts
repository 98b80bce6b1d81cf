import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_VALUE_BYTES, parseHex, toHex } from '../../../../lib/devices/inspector/hex';
import { parseUuids, shortUuid } from '../../../../lib/devices/inspector/uuid-input';

describe('bytes as people type them', () => {
  it.each([
    ['0a3fFF', [0x0a, 0x3f, 0xff]],
    ['0a 3f ff', [0x0a, 0x3f, 0xff]],
    ['0x0a,0x3f', [0x0a, 0x3f]],
    ['0A:3F', [0x0a, 0x3f]],
    [' 00 ', [0]],
  ])('%s', (text, bytes) => {
    expect([...(parseHex(text) ?? [])]).toEqual(bytes);
  });

  it.each(['', ' ', '0', '0a 3', 'xyz', '0a-3f', '1 2', '00'.repeat(MAX_VALUE_BYTES + 1)])('are refused when unclear: “%s”', (text) => {
    expect(parseHex(text)).toBeNull();
  });

  it('accept everything that is shown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
        expect([...(parseHex(toHex(bytes)) ?? [])]).toEqual([...bytes]);
      }),
    );
  });
});

describe('UUIDs as people type them', () => {
  const BASE = '-0000-1000-8000-00805f9b34fb';

  it('are read in short form, with 0x, eight digits, or in full, with and without dashes, each once', () => {
    const full = 'fb005c80-02e7-f387-1cad-8acd2d8df0c8';
    const { uuids, wrong } = parseUuids(`180D, 0x180d;0000FFE0\n${full} ${full.replaceAll('-', '').toUpperCase()}`);
    expect(uuids).toEqual([`0000180d${BASE}`, `0000ffe0${BASE}`, full]);
    expect(wrong).toEqual([]);
  });

  it('invalid ones are reported', () => {
    expect(parseUuids('180D 18 zzzz 0000180d-0000')).toEqual({ uuids: [`0000180d${BASE}`], wrong: ['18', 'zzzz', '0000180d-0000'] });
    expect(parseUuids('  ')).toEqual({ uuids: [], wrong: [] });
  });

  it('are shown short for those of the SIG', () => {
    expect(shortUuid(`0000180d${BASE}`)).toBe('180D');
    expect(shortUuid(`1000180d${BASE}`)).toBe(`1000180d${BASE}`);
    expect(shortUuid('fb005c80-02e7-f387-1cad-8acd2d8df0c8')).toBe('fb005c80-02e7-f387-1cad-8acd2d8df0c8');
  });
});
