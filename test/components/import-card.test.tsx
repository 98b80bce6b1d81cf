import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileFaultWords } from '../../components/app/profiles/fault-words';
import { ImportCard } from '../../components/app/profiles/ImportCard';
import { profileDraft } from '../../components/app/profiles/profile-text';
import type { ProfileFaultCode } from '../../lib/devices/profile';
import { storedProfiles } from '../../lib/storage';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
const BEDTECH = read('docs/profiles/bedtech.json');

beforeEach(() => {
  speakEnglish();
  profileDraft.value = '';
});
afterEach(cleanup);

function card() {
  const db = freshDatabase();
  const { container } = render(<ImportCard db={db} imported={[]} />);
  const paste = (value: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value } });
  const faults = () => [...container.querySelectorAll('[data-fault]')].map((one) => one.textContent);
  return { db, paste, faults };
}

describe('the import of a profile', () => {
  it.each([
    ['{', 'Line 1, column 2: file is not JSON. Expected a key in double quotes here. After the last entry, no comma may follow.'],
    ['{}', 'Line 1, column 1: file is not a device profile. Expected one of: rebound-device-profile.'],
    [
      BEDTECH.replace('"version": 1', '"version": 2'),
      'Line 3, column 14: version is of a later version than this Rebound can read. Expected at most 1.',
    ],
    [
      BEDTECH.replace('"class": "massage"', '"class": "massag"'),
      'Line 7, column 12: class has the wrong form. Expected one of: percussion, massage, compression, thermal, light, belt, resistance, thermometer, scale. Found: "massag".',
    ],
    [BEDTECH.replace('"verified": "community",', ''), 'Line 1, column 1: verified is missing.'],
  ])('shows a fault with its place (%#)', (text, words) => {
    const { paste, faults } = card();
    paste(text);
    expect(faults()).toEqual([words]);
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('refuses a profile with the id of a built-in one', () => {
    const { paste } = card();
    paste(read('lib/devices/profiles/jensen.json'));
    expect(screen.getByText(/A profile with this id comes with Rebound/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('shows the profile, and stores it unchanged only after confirmation', async () => {
    const { db, paste } = card();
    paste(BEDTECH);
    expect(screen.getByText(/Others report that these bytes work for them/)).toBeTruthy();
    expect(await storedProfiles(db)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(screen.getByText(/is imported\./)).toBeTruthy());
    expect((await storedProfiles(db)).map(({ id, text }) => [id, text])).toEqual([['bedtech-bed', BEDTECH]]);
  });

  it('says that a profile without a stop cannot be used', () => {
    const { paste } = card();
    paste(read('docs/profiles/keeson.json'));
    expect(screen.getByText(/No command that stops it is known/)).toBeTruthy();
  });

  it('has a text for every fault', () => {
    const codes: readonly ProfileFaultCode[] = ['not-json', 'missing', 'unknown-frame', 'above-ceiling', 'timer-not-set-at-start'];
    const words = codes.map((code) => profileFaultWords({ code }));
    expect(new Set(words).size).toBe(codes.length);
    expect(words.every((one) => one.length > 0)).toBe(true);
  });
});
