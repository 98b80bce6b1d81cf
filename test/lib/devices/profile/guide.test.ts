import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../../lib/devices/inspector/hex';
import { dryRun, type Profile, parseProfile } from '../../../../lib/devices/profile';
import { ANSWER_WITHIN_MS } from '../../../../lib/devices/profile/limits';
import { readStatus, toSensorReadings } from '../../../../lib/devices/profile/read-status';
import { CEILINGS, LONGEST_TIMER_S, TEMPERATURE_CEILING } from '../../../../lib/devices/safety/ceilings';
import { anyProfile } from '../profiles/profiles';

const guide = readFileSync(new URL('../../../../docs/device-profile.md', import.meta.url), 'utf8');

const blocks = [...guide.matchAll(/```json\n([\s\S]+?)```/g)].map(([, text = '']) => text);

function example(id: string): Profile {
  for (const text of blocks) {
    const parsed = parseProfile(text);
    if (parsed.ok && parsed.profile.id === id) return parsed.profile;
  }
  throw new Error(`no example ${id}`);
}

/** The bytes of a packet as the guide writes them, which must be in it. */
function quoted(hex: string): Uint8Array {
  expect(guide).toContain(`\`${hex}\``);
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

/** Every property name and every fixed word of a JSON Schema. */
function listWords(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(listWords);
  if (typeof schema !== 'object' || schema === null) return [];
  const own = Object.entries(schema).flatMap(([key, inner]): readonly string[] => {
    if (key === 'properties') return Object.keys(inner as object);
    return key === 'enum' ? (inner as string[]) : [];
  });
  return [...own, ...Object.values(schema).flatMap(listWords)];
}

describe('the guide', () => {
  it.each(blocks.map((text) => [/"id": "([^"]+)"/.exec(text)?.[1], text] as const))(
    'has the example %s, which is a valid profile',
    (_, text) => {
      const parsed = parseProfile(text);
      expect(parsed.ok ? [] : parsed.faults).toEqual([]);
    },
  );

  it('has an example of each kind', () => {
    const classes = blocks.map((text) => /"class": "([^"]+)"/.exec(text)?.[1]);
    expect(classes).toEqual(['thermal', 'thermometer', 'scale', 'belt', 'compression']);
  });

  it('names every field, and every word that a field may have', () => {
    const schema = JSON.parse(readFileSync(new URL('../../../../docs/device-profile.schema.json', import.meta.url), 'utf8'));
    const inCode =
      guide
        .replaceAll(/```[\s\S]*?```/g, '')
        .match(/`[^`]+`/g)
        ?.join(' ') ?? '';
    const words = [...new Set(listWords(schema))];
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((word) => !new RegExp(`(?<![\\w-])${word.replace(/[$/]/g, '\\$&')}(?![\\w-])`).test(inCode))).toEqual([]);
  });

  it.each([
    [
      'toasty',
      [{ kind: 'level', zone: 'feet', level: 3 }, { kind: 'start' }, { kind: 'stop' }],
      ['A5 01 03 A9', 'A5 02 02 58 01', 'A5 01 00 A6'],
    ],
    ['strider', [{ kind: 'level', zone: 'belt', level: 4 }], ['D0 02 30']],
    ['puffer', [{ kind: 'level', zone: 'foot', level: 60 }], ['50 3C 00 6C']],
  ] as const)('gives the bytes that %s sends', (id, commands, expected) => {
    const sent = dryRun(example(id), commands).flatMap((result) =>
      result.ok ? result.steps.map((step) => (step.kind === 'write' ? toHex(step.bytes).toUpperCase() : '')) : [],
    );
    expect(sent).toEqual(expected);
    for (const hex of expected) expect(guide).toContain(`\`${hex}\``);
  });

  it('gives the values that its sensors read', () => {
    const read = (id: string, from: string, hex: string) => {
      const result = readStatus(example(id), from, quoted(hex));
      return result.ok ? toSensorReadings(result.value.measured) : result.error;
    };
    // (56 °F − 32) ÷ 1.8, and 162.32 lb × 0.45359237.
    expect(read('dipper', 'probes', '02 30 FF FF')).toEqual([{ quantity: 'temperature', value: expect.closeTo(13.333, 3), probe: 1 }]);
    expect(read('tara', 'weight', '20 68 3F')).toEqual([{ quantity: 'weight', value: expect.closeTo(73.627, 3) }]);
    expect(read('tara', 'weight', '00 68 3F')).toBe('bits');
  });

  it('gives the meaning of an answer by its question', () => {
    const read = (question: string) => {
      const result = readStatus(example('strider'), 'answer', quoted('A1 AA 03 00'), question);
      return result.ok && result.value.telemetry;
    };
    expect(read('ask-state')).toEqual({ running: true });
    expect(read('ask-speed')).toEqual({ speedKmh: expect.closeTo(3 * 1.609344, 9) });
    expect(guide).toContain(`given up after ${ANSWER_WITHIN_MS / 1000} s`);
  });

  it('names the actual ceilings', () => {
    for (const [treatment, units] of Object.entries(CEILINGS)) {
      const row = Object.entries(units).map(([unit, most]) => `${unit} ${most}`);
      expect(guide).toContain(`| \`${treatment}\` | ${row.join(', ')} |`);
    }
    expect(guide).toContain(`${TEMPERATURE_CEILING.min} to ${TEMPERATURE_CEILING.max} °C`);
    expect(guide).toContain(`${LONGEST_TIMER_S / 3600} hours`);
  });

  it('describes each built-in profile as the profile itself does', () => {
    const rows = guide.split('\n').filter((line) => /^\| (?!Profile|---)/.test(line) && /\| (?:community|vectors|untested)/.test(line));
    const counted = { community: 0, vectors: 0, untested: 0 };
    for (const { verified } of anyProfile) counted[verified]++;
    // The two Richmats share a row.
    expect(rows.filter((row) => row.includes('| community')).length + 1).toBe(counted.community);
    expect(rows.filter((row) => row.includes('| vectors')).length).toBe(counted.vectors);
    expect(rows.filter((row) => row.includes('| untested')).length).toBe(counted.untested);
  });
});
