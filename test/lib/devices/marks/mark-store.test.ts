import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Mark } from '../../../../lib/devices/marks/mark';
import type { Reach } from '../../../../lib/devices/marks/reach';
import { toLeftState } from '../../../../lib/devices/remote/device-state';

const PIN = '86420';
const REACH: Reach = { profile: '{"id":"own-bed"}', settings: { pin: PIN }, secrets: { table: Uint8Array.of(0xc0, 0xff, 0xee) } };
const mark = (id: string, reach?: Reach): Mark => ({
  id,
  name: 'Bed',
  driverKind: 'own-bed',
  endsByItself: false,
  startedAtMs: 1,
  ...(reach === undefined ? {} : { reach }),
});

type Level = { readonly accessLevel: string };
const setAccessLevel = vi.fn(async (_level: Level) => {});
beforeEach(() => {
  fakeBrowser.reset();
  setAccessLevel.mockReset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.resetModules();
});
afterEach(() => {
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  vi.restoreAllMocks();
});

/** The store as a page loads it. */
const load = () => import('../../../../lib/devices/marks/mark-store');
const stored = async () => JSON.stringify(await fakeBrowser.storage.local.get(null));

describe('what a stop needs, in the browser', () => {
  it.each(['plain', 'AbC/+=&?#..', '../..', 'ü 🙂'])('comes back with the mark of “%s”, and goes with it', async (id) => {
    const { browserMarks } = await load();
    await browserMarks.put(mark(id, REACH));
    await browserMarks.put(mark('other'));
    expect((await browserMarks.read()).find((one) => one.id === id)).toEqual(mark(id, REACH));
    expect((await browserMarks.read()).find((one) => one.id === 'other')).toEqual(mark('other'));
    await browserMarks.remove(id);
    expect(await browserMarks.read()).toEqual([mark('other')]);
    expect(await stored()).not.toContain(PIN);
  });

  it('is written only after the storage was closed to scripts in pages', async () => {
    const { browserMarks } = await load();
    let wasClosed = () => {};
    setAccessLevel.mockReturnValue(new Promise((resolve) => (wasClosed = resolve)));
    const putting = browserMarks.put(mark('bed', REACH));
    await Promise.resolve();
    expect(await stored()).toBe('{}');
    wasClosed();
    await putting;
    expect(setAccessLevel.mock.calls).toEqual([[{ accessLevel: 'TRUSTED_CONTEXTS' }]]);
    expect(await stored()).toContain(PIN);
  });

  it.each([
    ['cannot be closed', { setAccessLevel: () => Promise.reject(new Error('not allowed')) }],
    ['has no such setting', { setAccessLevel: undefined }],
  ])('is not kept where the storage %s; the mark is', async (_, local) => {
    Object.assign(fakeBrowser.storage.local, local);
    const { browserMarks } = await load();
    await browserMarks.put(mark('bed', REACH));
    expect(await browserMarks.read()).toEqual([mark('bed')]);
    expect(await stored()).not.toContain(PIN);
  });

  it('is not on the way to other surfaces', async () => {
    const { browserMarks, listMarks } = await load();
    await browserMarks.put(mark('bed', REACH));
    const [listed] = await listMarks();
    expect(listed).toEqual(mark('bed'));
    expect(JSON.stringify(toLeftState(mark('bed', REACH)))).not.toContain(PIN);
  });

  it('of an earlier start does not stand for a later one', async () => {
    const { browserMarks } = await load();
    for (const later of [mark('bed'), mark('bed', { ...REACH, profile: 'x'.repeat(200_000) })]) {
      await browserMarks.put(mark('bed', REACH));
      await browserMarks.put(later);
      expect(await browserMarks.read()).toEqual([mark('bed')]);
    }
  });

  it.each([['no text'], [{ text: true }], ['{"profile":'], ['{"profile":null,"settings":{},"secrets":{},"more":1}']])(
    'that is damaged leaves the mark: %j',
    async (reach) => {
      const { browserMarks } = await load();
      await fakeBrowser.storage.local.set({ 'running:bed': { ...mark('bed'), reach } });
      expect(await browserMarks.read()).toEqual([mark('bed')]);
    },
  );

  it('is removed with a mark even when both are written at once', async () => {
    const { browserMarks } = await load();
    await Promise.all([browserMarks.put(mark('bed', REACH)), browserMarks.remove('bed')]);
    expect(await stored()).toBe('{}');
  });
});
