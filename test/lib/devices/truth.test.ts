import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../../../lib/i18n';
import messages from '../../../public/_locales/en/messages.json';
import { ROWS } from '../../truth/rows';

beforeEach(() => {
  speak('en', messages);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  speak(null);
  vi.restoreAllMocks();
});

describe('what the screen says is what the device does', () => {
  it.each(ROWS.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const { wrong, screen, written } = await row.run();
    expect(wrong, `${screen} | ${written.join(' ')}`).toEqual([]);
  });
});
