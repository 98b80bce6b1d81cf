import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { clockTime, longDay, number, plural, t, timeOfDay } from '../../../lib/i18n';
import { speakEnglish } from '../../support/english';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});

describe('words', () => {
  it('have their placeholders filled in', () => {
    expect(t('verdictLearning', 3, 7)).toBe('Learning, 3 of 7');
    expect(t('loading')).toBe('Loading');
  });

  it('use the plural form for the count', () => {
    expect(plural('daysOfData', 1)).toBe('1 day of data');
    expect(plural('daysOfData', 0)).toBe('0 days of data');
    expect(plural('daysOfData', 58)).toBe('58 days of data');
  });
});

describe('numbers', () => {
  it('have the requested decimals, in the user’s format', () => {
    expect([number(54.4), number(54.5, 1), number(4, 2)]).toEqual(['54', '54.5', '4.00']);
    speakEnglish('de-DE');
    expect([number(54.55, 1), number(12_345)]).toEqual(['54,6', '12.345']);
  });

  it('minutes and seconds are rounded up', () => {
    expect([0, 0.2, 59, 59.5, 60, 125, 3599].map(clockTime)).toEqual(['0:00', '0:01', '0:59', '1:00', '1:00', '2:05', '59:59']);
  });
});

describe('dates', () => {
  it('are shown in words, whatever the machine’s zone', () => {
    expect(longDay('2026-05-04')).toBe('Monday 4 May');
    speakEnglish('de-DE');
    expect(longDay('2026-12-31')).toBe('Donnerstag, 31. Dezember');
  });

  it('show the time in the zone where it was', () => {
    const atMs = Date.UTC(2026, 4, 4, 6, 7);
    expect(timeOfDay(atMs, 'Europe/Berlin')).toMatch(/^0?8:07$/);
    speakEnglish('en-US');
    expect(plain(timeOfDay(atMs, 'UTC'))).toMatch(/^0?6:07 AM$/);
  });
});
