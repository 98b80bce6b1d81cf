import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProfileFault, parseProfile, profileText } from '../../../../lib/devices/profile';
import { profile } from '../profiles/profiles';
import { mutants } from './mutants';

const jensen = profile('jensen-bed');
const text = profileText(jensen);

/** The only fault of a profile, that of the Jensen bed unless another is given, with this change in its text. */
function only(from: string | RegExp, to: string, before = text): ProfileFault {
  const changed = before.replace(from, to);
  if (changed === before) throw new Error(`nothing changed: ${from}`);
  const parsed = parseProfile(changed);
  if (parsed.ok || parsed.faults.length !== 1) throw new Error(JSON.stringify(parsed));
  const [fault] = parsed.faults;
  if (fault === undefined) throw new Error('no fault');
  return fault;
}

describe('a fault of a profile', () => {
  it('of the shape says what was expected, what was found, and where in the text', () => {
    fc.assert(
      fc.property(mutants, ({ value }) => {
        const written = JSON.stringify(value, null, 2);
        const parsed = parseProfile(written ?? '');
        if (parsed.ok || written === undefined) return;
        const lines = written.split('\n');
        for (const fault of parsed.faults) {
          if (fault.code === 'too-deep' || fault.code === 'too-large') continue;
          expect(fault.at).toBeDefined();
          const { line = 0, column = 0 } = fault.at ?? {};
          expect(lines[line - 1]?.[column - 1]).toMatch(/\S/);
          const says = fault.expected !== undefined || fault.code === 'missing' || fault.code === 'unknown-key';
          if (['wrong-type', 'wrong-form'].includes(fault.code) && fault.found !== undefined) expect(says).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('in one form of a part is reported inside that part', () => {
    expect(only('"type": "u8"', '"type": "u9"')).toMatchObject({
      path: 'frames.massage.bytes[1].type',
      code: 'wrong-form',
      expected: { kind: 'one-of', values: expect.arrayContaining(['u8', 'u16be', 'units-hundredths', 'ascii']) },
      found: '"u9"',
    });
    expect(only('"value": "level.head"', '"valu": "level.head"')).toMatchObject({
      path: 'frames.massage.bytes[1]',
      expected: { kind: 'form', form: 'part' },
    });
    expect(only('"12"', '"1G"')).toMatchObject({ path: 'frames.massage.bytes[0]', expected: { kind: 'form', form: 'hex' }, found: '"1G"' });
  });

  it('in a choice of forms is reported in the form that the value comes closest to', () => {
    expect(only('"everyMs": ', '"everyMs": 1000', profileText(profile('sperax-rm01')))).toMatchObject({
      path: 'poll.everyMs',
      expected: { kind: 'at-most', limit: 60_000 },
    });
    expect(only('"write": "wake"', '"writ": "wake"')).toMatchObject({
      path: 'setUp[2]',
      expected: { kind: 'one-of', values: expect.arrayContaining(['write', 'ask']) },
    });
  });

  it('of a name lists the names that are defined', () => {
    expect(only(/"stop": \[\s*"off"/, '"stop": ["of"')).toMatchObject({
      path: 'stop[0]',
      code: 'unknown-frame',
      expected: { kind: 'one-of', values: Object.keys(jensen.frames) },
    });
  });

  it('of a range names the limit', () => {
    expect(only('"max": 10,', '"max": 101,')).toMatchObject({
      path: 'zones[0].range.max',
      code: 'above-ceiling',
      expected: { kind: 'at-most', limit: 100 },
    });
    expect(only('"version": 1', '"version": 7')).toMatchObject({ code: 'newer-version', expected: { kind: 'at-most', limit: 1 } });
  });

  it('of the JSON has the line and the column', () => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('"makers"'));
    // Without the comma before, the key is where the comma should be.
    const parsed = parseProfile([...lines.slice(0, at - 1), (lines[at - 1] ?? '').replace(/,$/, ''), ...lines.slice(at)].join('\n'));
    expect(parsed).toEqual({
      ok: false,
      faults: [{ path: '', code: 'not-json', expected: { kind: 'syntax', syntax: 'comma-or-brace' }, at: { line: at + 1, column: 3 } }],
    });
  });
});
