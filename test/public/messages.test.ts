import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { localeFaults, placeholders } from './locale-faults';
import { readSources } from './used-messages';

type Messages = Readonly<Record<string, { readonly message: string }>>;

const LOCALES = join(import.meta.dirname, '../../public/_locales');
const locales = readdirSync(LOCALES);
const read = (locale: string): Messages => JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));
const reference: Messages = english;

const { calls, texts, prefixes } = readSources();

describe('the sources', () => {
  it('are found', () => {
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.filter(({ keys }) => keys.length > 0).length).toBeGreaterThan(80);
  });

  it('use only existing messages', () => {
    const missing = calls.flatMap(({ where, keys }) => keys.filter((key) => !(key in reference)).map((key) => `${where} ${key}`));
    expect(missing).toEqual([]);
  });

  it('pass as many values as the message has placeholders', () => {
    const wrong = calls.flatMap(({ where, keys, values }) =>
      keys.flatMap((key) => {
        const places = placeholders(reference[key]?.message ?? '').length;
        // The count of a plural is its first value, and "one" need not say it.
        const enough = key.endsWith('_one') ? places <= (values ?? places) : places === (values ?? places);
        return enough ? [] : [`${where} ${key}: ${values} for ${places}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the English messages', () => {
  it('are all used', () => {
    const used = (key: string) =>
      texts.has(key) || texts.has(key.replace(/_(one|other)$/, '')) || prefixes.some((prefix) => key.startsWith(prefix));
    expect(Object.keys(reference).filter((key) => !used(key))).toEqual([]);
  });

  it('are not empty', () => {
    expect(Object.entries(reference).filter(([, { message }]) => message.length === 0)).toEqual([]);
  });

  it('have both plural forms where one depends on a count', () => {
    const bases = Object.keys(reference).flatMap((key) => key.match(/^(.*)_(?:one|other)$/)?.[1] ?? []);
    const counted = bases.filter((base) => `${base}_one` in reference);
    expect(counted.filter((base) => !(`${base}_other` in reference))).toEqual([]);
  });

  it('number their placeholders from $1 without a gap', () => {
    const gaps = Object.entries(reference).filter(([, { message }]) => placeholders(message).some((place, i) => place !== `$${i + 1}`));
    expect(gaps).toEqual([]);
  });

  it('have keys that browsers accept', () => {
    expect(Object.keys(reference).filter((key) => !/^[A-Za-z0-9_@]+$/.test(key))).toEqual([]);
  });
});

describe.each(locales)('the locale %s', (locale) => {
  it('has no fault', () => expect(localeFaults(locale, read(locale), reference)).toEqual([]));
});
