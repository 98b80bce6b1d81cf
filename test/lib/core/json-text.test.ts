import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPath } from '../../../lib/core/json-path';
import { findTextPlace, followJson } from '../../../lib/core/json-text';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('a text followed as JSON', () => {
  it('is refused exactly when JSON.parse refuses it', () => {
    const broken = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '{', '}', ']', ':', '\\', '\u0001', '01', ' ', 'nul'))
      .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1));
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 3 }), broken, fc.string()), (text) => {
        expect(followJson(text) === null).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds every value where it begins', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        followJson(text, (keys, offset) => {
          const own = keys.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
          expect(text.slice(offset).startsWith(JSON.stringify(own).slice(0, 1))).toBe(true);
        });
      }),
    );
  });

  it.each([
    ['{"a": 1,}', 'key', 9],
    ['{"a" 1}', 'colon', 6],
    ['[1 2]', 'comma-or-bracket', 4],
    ['{"a": 1 "b": 2}', 'comma-or-brace', 9],
    ['{"a": }', 'value', 7],
    ['"abc', 'quote', 5],
    ['"a\\q"', 'escape', 3],
    ['{} {}', 'end', 4],
    ['', 'value', 1],
  ])('%s expects %s at column %d', (text, expected, column) => {
    const fault = followJson(text);
    expect(fault?.expected).toBe(expected);
    expect(findTextPlace(text, fault?.offset ?? -1)).toEqual({ line: 1, column });
  });

  it('counts lines of any kind', () => {
    expect(findTextPlace('a\nb\r\nc\rd', 7)).toEqual({ line: 4, column: 1 });
  });

  it('is not followed when it is nested too deep', () => {
    expect(followJson('['.repeat(50_000))).toBeNull();
    expect(jsonPath(['a', 0, 'b'])).toBe('a[0].b');
  });
});
