import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { plural, speak, t } from '../../../lib/i18n';
import english from '../../../public/_locales/en/messages.json';
import { localeFaults } from '../../public/locale-faults';

/** A language with Polish rules in one file, mostly untranslated. */
const POLISH = {
  languageCode: { message: 'pl' },
  undo: { message: 'Cofnij' },
  historyMornings_one: { message: '$1 poranek' },
  historyMornings_few: { message: '$1 poranki' },
  historyMornings_many: { message: '$1 poranków' },
  historyMornings_other: { message: '$1 poranka' },
  faultLines_one: { message: 'Jeden wiersz nie do odczytania' },
  faultLines_other: { message: 'Wiersze nie do odczytania: $1' },
};
type Texts = Readonly<Record<string, { readonly message: string }>>;

/** As browsers do: in the language, otherwise in the default one. */
function browserSpeaks(uiLanguage: string, ...texts: readonly Texts[]): void {
  const getMessage = (key: string, values: readonly string[] = []) =>
    (texts.find((one) => key in one)?.[key]?.message ?? '').replace(/\$([1-9])/g, (_, n: string) => values[Number(n) - 1] ?? '');
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => uiLanguage });
}

beforeEach(() => fakeBrowser.reset());
afterEach(() => speak(null));

const WAYS: readonly (readonly [string, (language: string, ...texts: readonly Texts[]) => void])[] = [
  ['in the browser', browserSpeaks],
  ['on the command line', speak],
];

describe.each(WAYS)('a language that is one file, %s', (_, speaks) => {
  beforeEach(() => speaks('pl', POLISH, english));

  it.each([
    [1, '1 poranek'],
    [2, '2 poranki'],
    [4, '4 poranki'],
    [5, '5 poranków'],
    [12, '12 poranków'],
    [22, '22 poranki'],
    [0, '0 poranków'],
    [1.5, '2 poranka'],
  ])('has its own plural forms: %d', (count, words) => {
    expect(plural('historyMornings', count)).toBe(words);
  });

  it('uses the “other” form where one is missing', () => {
    expect(plural('faultLines', 5)).toBe('Wiersze nie do odczytania: 5');
    expect(plural('faultLines', 3)).toBe('Wiersze nie do odczytania: 3');
  });

  it('falls back to English for missing messages', () => {
    expect(t('undo')).toBe('Cofnij');
    expect(t('historyStore')).toBe(english.historyStore.message);
    expect(plural('beatsCount', 5)).toBe(english.beatsCount_other.message.replace('$1', '5'));
  });

  it('never shows an empty text', () => {
    const keys = fc.constantFrom(...(Object.keys(english) as (keyof typeof english)[]));
    fc.assert(fc.property(keys, (key) => t(key, 'a', 'b', 'c') !== ''));
  });
});

it('a browser in an untranslated language uses English plural forms', () => {
  browserSpeaks('ja', english);
  expect(plural('historyMornings', 1)).toBe(english.historyMornings_one.message.replace('$1', '1'));
});

describe('the check of a language', () => {
  it('accepts its plural forms and its gaps', () => expect(localeFaults('pl', POLISH, english)).toEqual([]));

  it.each([
    ['a message that is none', { nonsense: { message: 'x' } }, 'nonsense is not a message'],
    ['a form that its rules do not have', { historyMornings_two: { message: '$1 x' } }, 'historyMornings_two is not a message'],
    ['an empty message', { undo: { message: '' } }, 'undo says nothing'],
    ['a placeholder that is missing', { historyAs: { message: 'x' } }, 'historyAs has  instead of $1'],
    ['a code of another language', { languageCode: { message: 'cs' } }, 'languageCode is not pl'],
    ['no form for one', { beatsCount_other: { message: '$1 x' } }, 'beatsCount_one is missing'],
    [
      'no form for other counts',
      { beatsCount_one: { message: '$1 x' } },
      'beatsCount_other is missing: it stands for every form that is left out',
    ],
  ])('refuses %s', (_, more, fault) => {
    expect(localeFaults('pl', { ...POLISH, ...more }, english)).toEqual([fault]);
  });
});
