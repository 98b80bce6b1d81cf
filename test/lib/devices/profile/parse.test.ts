import { describe, expect, it } from 'vitest';
import { parseProfile, profileText } from '../../../../lib/devices/profile';
import { anyProfile, profile } from '../profiles/profiles';

const jensen = profile('jensen-bed');

/** The Jensen profile with one part replaced. */
function faults(change: Readonly<Record<string, unknown>>): readonly string[] {
  const parsed = parseProfile(JSON.stringify({ ...jensen, ...change }));
  return parsed.ok ? [] : parsed.faults.map(({ path, code }) => `${path}: ${code}`);
}
const [head, foot] = jensen.zones ?? [];
const zones = (change: object) => ({ zones: [{ ...head, ...change }, foot] });
const frames = (change: object) => ({ frames: { ...jensen.frames, ...change } });

describe('a profile as a file', () => {
  it.each(anyProfile.map((one) => [one.id, one] as const))('%s survives writing and reading', (_, one) => {
    expect(parseProfile(profileText(one))).toEqual({ ok: true, profile: one });
  });

  it.each([
    ['', ': not-json'],
    ['{', ': not-json'],
    ['[]', ': not-a-profile'],
    ['{"format":"something-else","version":1}', ': not-a-profile'],
    ['{"format":"rebound-device-profile","version":2}', 'version: newer-version'],
    [`"${'x'.repeat(200_000)}"`, ': too-large'],
    [`{"a":${'['.repeat(50)}${']'.repeat(50)}}`, 'a[0][0][0][0][0][0][0][0][0][0][0][0]: too-deep'],
    ['{"format":"rebound-device-profile","version":1,"frames":{"__proto__":{"to":"x"}}}', 'frames.__proto__: unknown-key'],
  ])('%.40s is refused', (text, expected) => {
    const parsed = parseProfile(text);
    expect(parsed.ok ? [] : parsed.faults.map(({ path, code }) => `${path}: ${code}`)).toEqual([expected]);
  });
});

describe('each fault is reported with its place', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ['a key too many', { motor: true }, 'motor: unknown-key'],
    ['no name', { name: undefined }, 'name: missing'],
    ['a class that there is not', { class: 'motor' }, 'class: wrong-form'],
    ['claims to be tested', { verified: 'tested' }, 'verified: wrong-form'],
    ['a level above all levels', zones({ range: { min: 0, max: 101, step: 1 } }), 'zones[0].range.max: above-ceiling'],
    ['a range upside down', zones({ range: { min: 5, max: 1, step: 1 } }), 'zones[0].range: out-of-range'],
    ['two zones of one name', zones({ id: 'foot' }), 'zones[1].id: duplicate'],
    ['a level that is not sent', zones({ set: [{ write: 'off' }] }), 'zones[0].set: value-not-used'],
    ['a frame that there is not', zones({ set: [{ write: 'massage' }, { write: 'more' }] }), 'zones[0].set[1].write: unknown-frame'],
    ['an up for levels', zones({ up: [{ write: 'off' }] }), 'zones[0].up: not-for-this-control'],
    ['a stop that depends on a level', { stop: ['massage'] }, 'stop[0]: value-not-allowed-here'],
    ['a stop that there is not', { stop: ['halt'] }, 'stop[0]: unknown-frame'],
    ['a set-up that sends levels', { setUp: [{ write: 'massage' }] }, 'setUp[0].write: value-not-allowed-here'],
    ['a set-up that starts', { start: [{ write: 'wake' }] }, 'setUp[2].write: command-frame-in-set-up'],
    ['a start that does nothing', { start: [{ pauseMs: 100 }] }, 'start: writes-nothing'],
    [
      'a poll that starts',
      { start: [{ write: 'off' }], poll: { everyMs: 500, steps: [{ write: 'off' }] } },
      'poll.steps[0].write: command-frame-in-set-up',
    ],
    ['a set-up without end', { setUp: Array.from({ length: 2 }, () => ({ pauseMs: 10_000 })) }, 'setUp: too-long'],
    [
      'a level that overflows',
      frames({
        massage: {
          to: 'command',
          bytes: [
            { value: 'level.head', type: 'u8', multiply: 26 },
            { value: 'level.foot', type: 'u8' },
          ],
        },
      }),
      'frames.massage.bytes[0]: does-not-fit',
    ],
    [
      'a level that wraps',
      frames({
        massage: {
          to: 'command',
          bytes: [
            { value: 'level.head', type: 'u8', modulo: 3 },
            { value: 'level.foot', type: 'u8' },
          ],
        },
      }),
      'frames.massage.bytes[0].modulo: value-not-allowed-here',
    ],
    [
      'a level with holes',
      frames({
        massage: {
          to: 'command',
          bytes: [
            {
              value: 'level.head',
              type: 'u8',
              table: [
                [0, 0],
                [1, 5],
              ],
            },
            { value: 'level.foot', type: 'u8' },
          ],
        },
      }),
      'frames.massage.bytes[0]: does-not-fit',
    ],
    [
      'a value that nobody gives',
      frames({ wake: { to: 'command', bytes: [{ value: 'timer', type: 'u8' }] } }),
      'frames.wake.bytes[0].value: unknown-value',
    ],
    ['a frame to nowhere', frames({ wake: { to: 'other', bytes: ['00'] } }), 'frames.wake.to: unknown-characteristic'],
    [
      'a checksum of nothing',
      frames({ wake: { to: 'command', bytes: [{ checksum: 'sum8' }] } }),
      'frames.wake.bytes[0].from: out-of-range',
    ],
    [
      'a frame that is too long',
      frames({ wake: { to: 'command', bytes: Array.from({ length: 3 }, () => 'FF '.repeat(64).trim()) } }),
      'frames.wake.bytes: too-long',
    ],
    [
      'a characteristic that is only read',
      { characteristics: { command: { at: [{ service: '1234', uuids: ['1111'] }] } } },
      'frames.unlock.to: not-writable',
    ],
    [
      'firmware',
      { characteristics: { command: { at: [{ service: 'fe59', uuids: ['1111'] }], write: 'either' } } },
      'characteristics.command.at[0].service: forbidden-service',
    ],
    ['a keyboard', { match: { services: ['1812'] } }, 'match.services[0]: forbidden-service'],
    ['nothing to know it by', { match: {} }, 'match: matches-nothing'],
    ['says that it ends, without a timer', { endsByItself: 'timer' }, 'timer: missing'],
    [
      'a zone that is told of and is not there',
      { status: [{ from: 'command', fields: [{ to: 'level.leg', at: 0, type: 'u8' }] }] },
      'status[0].fields[0].to: unknown-zone',
    ],
    [
      'heat that burns',
      { temperature: { range: { min: 20, max: 60, step: 1 }, steps: [{ write: 'off' }] } },
      'temperature.range.max: above-ceiling',
    ],
    [
      'two at one place',
      { characteristics: { command: { at: [{ service: '1234', uuids: ['1111', '1112'] }], write: 'either' } } },
      'characteristics.command.at[0].property: missing',
    ],
  ];
  it.each(cases)('%s', (_, change, expected) => {
    expect(faults(change)).toContain(expected);
  });
});

describe('the length of an escaped frame', () => {
  const sperax = profile('sperax-rm01');
  const at = (lengthAt: number) => {
    const parsed = parseProfile(JSON.stringify({ ...sperax, escape: { ...sperax.escape, lengthAt } }));
    return parsed.ok ? [] : parsed.faults.map(({ path, code }) => `${path}: ${code}`);
  };

  it('is at the same place in every frame, because any other byte there would change with escapes after it', () => {
    expect(at(1)).toEqual([]);
    expect(at(0)).toEqual(['escape.lengthAt: out-of-range']);
  });
});
