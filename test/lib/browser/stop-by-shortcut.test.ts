import { expect, it, vi } from 'vitest';
import { stopByShortcut } from '../../../lib/browser/stop-by-shortcut';
import { commandOutcome } from '../../../lib/devices/remote/schema';

it.each(commandOutcome.options)('the shortcut opens the app unless the stop arrived: %s', async (outcome) => {
  const open = vi.fn(async () => {});
  await stopByShortcut(async () => outcome, open);
  expect(open).toHaveBeenCalledTimes(outcome === 'accepted' || outcome === 'stopping' ? 0 : 1);
});

it('the shortcut opens the app when nobody answers', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const open = vi.fn(async () => {});
  await stopByShortcut(() => Promise.reject(new Error('no answer')), open);
  logged.mockRestore();
  expect(open).toHaveBeenCalledTimes(1);
});
