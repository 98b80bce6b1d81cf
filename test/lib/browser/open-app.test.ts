import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { openApp } from '../../../lib/browser/open-app';

const APP = 'chrome-extension://test-extension-id/app.html';

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.windows.create({ focused: true });
  vi.spyOn(fakeBrowser.windows, 'update');
  vi.spyOn(fakeBrowser.tabs, 'update');
});
afterEach(() => void vi.restoreAllMocks());

const addresses = async () => (await fakeBrowser.tabs.query({})).map(({ url }) => url).filter((url) => url !== undefined);

describe('opening the app', () => {
  it('opens a tab if there is none', async () => {
    await openApp('check');
    expect(await addresses()).toEqual([`${APP}#check`]);
  });

  it('shows the screen in the existing tab, and focuses its window', async () => {
    const other = await fakeBrowser.windows.create({});
    const tab = await fakeBrowser.tabs.create({ url: `${APP}#today`, windowId: other?.id ?? 0 });
    await openApp('check');
    expect(await addresses()).toEqual([`${APP}#check`]);
    expect(fakeBrowser.tabs.update).toHaveBeenCalledWith(tab.id, { active: true, url: `${APP}#check` });
    expect(fakeBrowser.windows.update).toHaveBeenCalledWith(other?.id, { focused: true });
  });

  it.each([APP, `${APP}#`, `${APP}#settings`])('recognises %s as the app', async (url) => {
    await fakeBrowser.tabs.create({ url });
    await openApp('today');
    expect(await addresses()).toEqual([`${APP}#today`]);
  });

  it('does not reload a tab that already shows the screen, because a check may run in it', async () => {
    const tab = await fakeBrowser.tabs.create({ url: `${APP}#check` });
    await openApp('check');
    expect(fakeBrowser.tabs.update).toHaveBeenCalledTimes(1);
    expect(fakeBrowser.tabs.update).toHaveBeenCalledWith(tab.id, { active: true });
  });

  it('leaves other pages alone', async () => {
    const others = ['https://example.com/app.html#check', 'chrome-extension://test-extension-id/popup.html', `${APP}x`];
    for (const url of others) await fakeBrowser.tabs.create({ url });
    await openApp('check');
    expect(await addresses()).toEqual([...others, `${APP}#check`]);
  });
});
