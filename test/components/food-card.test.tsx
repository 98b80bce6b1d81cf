import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { FoodCard } from '../../components/app/settings/FoodCard';
import { getSettings } from '../../lib/storage';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});
afterEach(cleanup);

it('names melatonin without a dose or a tick, and sends the user to a pharmacist', async () => {
  const db = freshDatabase();
  const { container } = render(<FoodCard db={db} settings={await getSettings(db)} />);
  const said = [...container.querySelectorAll('small')].map(({ textContent }) => textContent).filter((text) => /melatonin/i.test(text));
  expect(said).toEqual(['Melatonin is never planned: Optional. Ask a pharmacist.']);
  expect(container.querySelector('[data-value="melatonin"]')).toBeNull();
  expect(said.join()).not.toMatch(/\d/);
});
