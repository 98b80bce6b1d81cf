import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { BreatheScreen } from '../../components/app/breathe/BreatheScreen';
import { GuidedSetUp } from '../../components/app/guided/GuidedSetUp';
import { getSettings } from '../../lib/storage';
import { markDone, skip } from '../../lib/today/plan/act';
import { type ItemOver, type PlannedFor, readPlannedItem } from '../../lib/today/plan/planned-item';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';
import { anItem } from '../support/plans';

/** What the timer and the pacer offer when they were opened for an item of the plan. */

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  Object.assign(fakeBrowser.permissions, { contains: async () => false });
});
afterEach(cleanup);

const asked = anItem({ id: 'stretching@today', modality: 'stretching', doseId: 'after' });
const open: PlannedFor = { item: asked, demo: false, over: null };
const over = (why: ItemOver['over']): ItemOver => ({ item: null, demo: false, over: why });

function setUp() {
  const db = freshDatabase();
  const props = { db, devices: { live: signal([]) }, guided: { thermometers: signal([]), start: vi.fn(() => []) }, owned: true };
  return (planned: PlannedFor | ItemOver | null) => (
    <GuidedSetUp {...(props as never as Parameters<typeof GuidedSetUp>[0])} planned={planned} />
  );
}
const checked = (container: Element) =>
  [...container.querySelectorAll<HTMLInputElement>('input[name="dose"]:checked')].map((one) => one.parentElement?.textContent);

it.each(['gone', 'done', 'skipped'] as const)('an item that is %s leaves nothing to start until the user chooses', async (why) => {
  const of = setUp();
  const { container, rerender } = render(of(open));
  await waitFor(() => expect(container.querySelector('[data-start]')).not.toBeNull());
  expect(checked(container)).toEqual(['Stretching']);
  expect(container.querySelector('[data-item-over]')).toBeNull();
  rerender(of(over(why)));
  expect(checked(container)).toEqual([]);
  expect(container.querySelector('[data-start]')).toBeNull();
  expect(container.querySelector(`[data-item-over="${why}"]`)?.textContent).toContain('This item is over');
  expect(container.querySelector('[data-item-over] a')?.getAttribute('href')).toBe('#plan');
  const sauna = [...container.querySelectorAll('label')].find((label) => label.textContent?.startsWith('Sauna'))?.querySelector('input');
  fireEvent.click(sauna as HTMLInputElement);
  await waitFor(() => expect(container.querySelector('[data-start]')).not.toBeNull());
  expect(checked(container).join()).toContain('Sauna');
});

it('without an item nothing is chosen for the person', async () => {
  const { container } = render(setUp()(null));
  await waitFor(() => expect(container.querySelector('input[name="dose"]')).not.toBeNull());
  expect(checked(container)).toEqual([]);
  expect(container.querySelector('[data-start]')).toBeNull();
});

it('an item that nobody times selects no other modality', async () => {
  const { container } = render(setUp()({ ...open, item: anItem({ modality: 'protein' }) }));
  await waitFor(() => expect(container.querySelector('input[name="dose"]')).not.toBeNull());
  expect(checked(container)).toEqual([]);
  expect(container.querySelector('[data-start]')).toBeNull();
});

it('tells “no item was given” from “the item is over”, and says why it is over', async () => {
  const db = freshDatabase();
  const nowMs = Date.now();
  const item = { ...asked, startMs: nowMs };
  expect(await readPlannedItem(db, null, nowMs)).toBeNull();
  expect(await readPlannedItem(db, asked.id, nowMs)).toMatchObject({ item: null, over: 'gone' });
  const { demo } = (await readPlannedItem(db, asked.id, nowMs)) ?? {};
  const world = demo === true ? 'demo' : 'own';
  await markDone(db, world, item, nowMs);
  expect(await readPlannedItem(db, asked.id, nowMs)).toMatchObject({ item: null, over: 'done' });
  await skip(db, world, item, '');
  expect(await readPlannedItem(db, asked.id, nowMs)).toMatchObject({ item: null, over: 'skipped' });
});

it('the pacer has nothing to start for an item that is over', async () => {
  const db = freshDatabase();
  const settings = await getSettings(db);
  const breathing = { run: signal(null), seeking: signal(false), sound: signal(false) };
  const { container } = render(
    <BreatheScreen
      db={db}
      breathing={breathing as never}
      strap={null as never}
      settings={settings}
      part="breathwork@gone"
      stopAll={() => {}}
      owned
    />,
  );
  await waitFor(() => expect(container.querySelector('[data-item-over="gone"] a[href="#plan"]')).not.toBeNull());
  expect(container.querySelector('[data-start]')).toBeNull();
});
