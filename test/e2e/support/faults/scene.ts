import type { Page } from 'puppeteer';
import type { Cell } from '../../../soak/faults/cells';
import { type LyingModel, lyingModel } from '../../../soak/faults/lying-model';
import { chooseDevice, openChooser } from '../../harness';
import type { Chooser } from '../../harness/chooser';
import type { Radio, RadioPeripheral } from '../../radio';
import { type App, click } from '../app';
import { deviceTime } from '../device-time';
import { watchRealTime } from '../real-time';

/** So long an operation without an answer holds up the clock; ms of real time. These cells have many. */
const PATIENCE_MS = 1000;

/** What the cells of one file share: a browser and the radio. */
export interface Stage {
  readonly app: App;
  readonly radio: Radio;
}

/** One cell: a fresh device, and a fresh app tab with nothing stored but the settings. The caller must call `leave()`. */
export interface Scene extends Stage {
  readonly cell: Cell;
  readonly model: LyingModel;
  readonly device: RadioPeripheral;
  /** The app tab that owns Bluetooth now. */
  page: Page;
  /** A chooser that is still open. */
  chooser: Chooser | null;
  readonly others: Page[];
  pass(seconds: number): Promise<void>;
  until(wanted: string | (() => boolean)): Promise<void>;
  runs(): boolean;
  leave(): Promise<void>;
}

export async function openScene(stage: Stage, cell: Cell): Promise<Scene> {
  const { radio, app } = stage;
  // A page of the extension without any code of it.
  const blank = await app.harness.openPage('manifest.json');
  await clear(blank);
  await blank.close();
  const model = lyingModel(cell.device);
  const device = radio.add(model);
  const time = deviceTime(() => radio, 500);
  const scene: Scene = {
    ...stage,
    cell,
    model,
    device,
    page: await openTab(stage),
    chooser: null,
    others: [],
    pass: (seconds) => time.pass(scene.page, device, seconds),
    until: (wanted) => time.until(scene.page, device, wanted),
    runs: () => model.state(radio.nowMs).running,
    async leave() {
      for (const other of scene.others) await other.close().catch(() => {});
      await scene.page.close().catch(() => {});
      device.holdWrites(null);
      device.forget();
    },
  };
  return scene;
}

export async function openTab({ app, radio }: Stage): Promise<Page> {
  const page = await app.harness.openPage('app.html#devices');
  await page.waitForSelector('.kind-picker');
  await watchRealTime(page, radio, PATIENCE_MS);
  return page;
}

/** Opens the browser's chooser for the kind of the cell. */
export async function choose({ page, cell }: Scene): Promise<Chooser> {
  return openChooser(page, await readyToPair(page, cell.device));
}

/** Chooses the device, as a person does. Resolves before it is connected. */
export async function pair({ page, cell, device }: Scene): Promise<void> {
  await chooseDevice(page, device.address, await readyToPair(page, cell.device));
}

async function readyToPair(page: Page, kind: string): Promise<() => Promise<void>> {
  await page.waitForSelector('.kind-picker');
  await page.$eval('.kind-picker', (details) => {
    (details as HTMLDetailsElement).open = true;
  });
  await page.select('[data-kind-choice]', kind);
  await page.waitForSelector(`.kind-picker [data-pair="${kind}"]`);
  await page.bringToFront();
  return () => click(page, `.kind-picker [data-pair="${kind}"]`);
}

declare const chrome: { storage: { local: { clear(): Promise<void> } } };

/** Nothing is left of earlier cells but the settings. */
async function clear(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await chrome.storage.local.clear();
    const opening = indexedDB.open('rebound');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const stores = ['devices', 'sessions'];
    const transaction = database.transaction(stores, 'readwrite');
    for (const store of stores) transaction.objectStore(store).clear();
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  });
}
