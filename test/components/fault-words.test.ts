import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectedWords, faultPlaceWords, profileFaultWords } from '../../components/app/profiles/fault-words';
import { type Expected, type ProfileFault, parseProfile } from '../../lib/devices/profile';
import { speakEnglish } from '../support/english';

const guide = readFileSync('docs/device-profile.md', 'utf8');
const puffer = [...guide.matchAll(/```json\n([\s\S]+?)```/g)].map(([, text = '']) => text).find((text) => text.includes('"puffer"')) ?? '';

beforeEach(() => speakEnglish());

/** A fault as the screen shows it. */
function toLine(fault: ProfileFault): string {
  const place = fault.path === '' ? 'file' : `\`${fault.path}\``;
  return [faultPlaceWords(fault), place, profileFaultWords(fault), expectedWords(fault)].filter((part) => part !== '').join(' ');
}

describe('the faults in the guide', () => {
  it.each([
    ['a pressure that is too high', '"max": 80', '"max": 130'],
    ['an unknown class', '"class": "compression"', '"class": "boots"'],
    ['an unknown frame', '"stop": ["vent"]', '"stop": ["went"]'],
    ['a missing comma', '"source": "https://example.org/puffer-protocol",', '"source": "https://example.org/puffer-protocol"'],
  ])('read as on screen: %s', (_, from, to) => {
    expect(puffer).toContain(from);
    const parsed = parseProfile(puffer.replace(from, to));
    if (parsed.ok) throw new Error('no fault');
    expect(parsed.faults).toHaveLength(1);
    for (const fault of parsed.faults) expect(guide).toContain(`> ${toLine(fault)}`);
  });
});

describe('what was expected', () => {
  const cases: readonly (readonly [Expected, string])[] = [
    [{ kind: 'one-of', values: ['a', 'b'] }, 'Expected one of: a, b.'],
    [{ kind: 'one-of', values: [] }, 'None is defined.'],
    [{ kind: 'at-least', limit: 0.01 }, 'Expected at least 0.01.'],
    [{ kind: 'at-most', limit: 65535 }, 'Expected at most 65535.'],
    [{ kind: 'count-at-least', limit: 1 }, 'Expected at least 1 entry.'],
    [{ kind: 'count-at-most', limit: 16 }, 'Expected at most 16 entries.'],
    [{ kind: 'type', type: 'list' }, 'Expected a list in square brackets.'],
    [{ kind: 'form', form: 'hex' }, 'Expected bytes in hexadecimal, such as A5 01.'],
    [{ kind: 'syntax', syntax: 'colon' }, 'Expected a colon here, after the key.'],
  ];
  it.each(cases)('%o is said in words', (expected, words) => {
    expect(expectedWords({ expected })).toBe(words);
  });

  it('is followed by what was found', () => {
    expect(expectedWords({ expected: { kind: 'type', type: 'number' }, found: '"5"' })).toBe('Expected a number. Found: "5".');
    expect(expectedWords({})).toBe('');
  });
});
