import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { pages as STRAVA } from '../../../fixtures/strava/pages';
import { DEVICES } from '../../../soak/faults/cells';
import { crash } from './enter';
import type { Scene } from './scene';

const COMMAND = { 'jensen-bed': '00001111-0000-1000-8000-00805f9b34fb', 'bedjet-3': '00002004-bed0-0080-aa55-4265644a6574' } as const;

/** Lets the fault of the cell come. */
export async function happen(scene: Scene): Promise<void> {
  const { cell, device, model } = scene;
  switch (cell.fault) {
    case 'link-lost':
      device.outOfRange(true);
      break;
    case 'write-hangs':
      device.holdWrites('hangs', 1);
      break;
    case 'every-write-hangs':
      device.holdWrites('hangs');
      break;
    case 'write-fails':
      device.failNext(COMMAND[cell.device], 'write', 'org.bluez.Error.Failed');
      break;
    case 'device-silent':
      device.holdWrites('hangs-when-done');
      break;
    case 'device-lies-rests':
      model.says = 'rests';
      break;
    case 'device-lies-runs':
      model.says = 'runs';
      break;
    case 'tab-killed':
      await crash(scene);
      break;
    case 'worker-killed':
      await killWorkerInMessage(scene);
      break;
    case 'database-damaged':
      await breakDatabase(scene.page);
      break;
    case 'disk-full':
      await fillDisk(scene.page);
      break;
    case 'clock-back':
      await setClock(scene.page, -3_600_000);
      break;
    case 'clock-forward':
      await setClock(scene.page, 600_000);
      break;
    case 'suspended':
      await setClock(scene.page, 8 * 3_600_000);
      break;
    case 'page-attacks':
      await attack(scene);
      break;
  }
  // Something is sent, so that a fault of a write has one to hit: the button for less comes first.
  const less = await scene.page.$(`[data-session="running"] [data-zone="${DEVICES[cell.device].reduced.zone}"] button:not([disabled])`);
  await less?.evaluate((button) => (button as HTMLButtonElement).click());
}

/** From now on everything works; a person who was asked to choose a device chooses it. */
export async function mend({ device, model, cell, chooser }: Scene): Promise<void> {
  device.outOfRange(false);
  device.holdWrites(null);
  device.holdConnects(false);
  device.failNext(COMMAND[cell.device], 'write', 'org.bluez.Error.Failed', 0);
  model.says = null;
  await chooser?.pick(device.address);
}

function setClock(page: Page, byMs: number): Promise<void> {
  return page.evaluate((by: number) => {
    const { __reboundClock: clock } = globalThis as unknown as { __reboundClock: { now(): number } };
    const now = clock.now.bind(clock);
    clock.now = () => now() + by;
  }, byMs);
}

/** Every transaction fails, as after the browser has closed a database that it cannot read. */
function breakDatabase(page: Page): Promise<void> {
  return page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    };
  });
}

declare const chrome: {
  runtime: { id: string; sendMessage(message: unknown): Promise<unknown> };
  storage: { local: Record<'set' | 'remove', () => Promise<void>> };
};

function fillDisk(page: Page): Promise<void> {
  return page.evaluate(() => {
    const full = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    Object.assign(chrome.storage.local, { set: full, remove: full });
  });
}

/** The background takes the next command, and ends before it passes it on: it asks the locks first, and here that never ends. */
async function killWorkerInMessage({ app }: Scene): Promise<void> {
  const worker = await app.harness.serviceWorker();
  await worker.evaluate(() => {
    navigator.locks.query = () => {
      Object.assign(globalThis, { took: true });
      return new Promise(() => {});
    };
  });
}

/** Ends the background once it has taken the command. */
export async function endWorker({ app }: Scene): Promise<void> {
  const worker = await app.harness.serviceWorker();
  await worker.evaluate(async () => {
    while (!(globalThis as unknown as { took?: boolean }).took) await new Promise((resolve) => setTimeout(resolve, 10));
  });
  // Ended over the page's own session, the next background would wait for a debugger and never answer.
  await worker.close();
}

const FORGED = ['start', 'resume', 'skip', 'pause', 'connect', 'disconnect', 'is-off'];

/** A page of an allowed site has taken over the process of our script there: it sends what our script could. */
export async function attack(scene: Scene): Promise<void> {
  const { app, device, cell } = scene;
  const [fixture] = STRAVA;
  if (fixture === undefined) throw new Error('no Strava fixture');
  const html = readFileSync(join(import.meta.dirname, '../../../fixtures/strava', fixture.file), 'utf8');
  const open = scene.others.find((one) => one.url() === fixture.url);
  const page = open ?? (await app.harness.site(fixture.url, html));
  if (open === undefined) scene.others.push(page);
  const session = await page.createCDPSession();
  const contexts: { readonly id: number; readonly origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const ours = contexts.find(({ origin }) => origin.startsWith('chrome-extension://'));
  if (ours === undefined) throw new Error(`our script is not in the page: ${JSON.stringify(contexts)}`);
  const commands = FORGED.map((command) => ({ command, id: device.address, clickedAtMs: Date.now() }));
  const raise = { command: 'level', id: device.address, zone: DEVICES[cell.device].reduced.zone, level: 10 };
  const forged = [...commands, raise].flatMap((input) => [
    { rebound: 1, kind: 'device-command', input },
    { rebound: 1, to: 'owner', input },
  ]);
  const flood = Array.from({ length: 50 }, () => ({ rebound: 1, kind: 'card-strip', input: {} }));
  const expression = `Promise.all(${JSON.stringify([...forged, ...flood])}.map((message) => chrome.runtime.sendMessage(message).catch(() => undefined)))`;
  const { result } = await session.send('Runtime.evaluate', { expression, contextId: ours.id, awaitPromise: true, returnByValue: true });
  await session.detach();
  const obeyed = (result.value as readonly ({ readonly ok?: boolean } | null | undefined)[]).filter(
    (answer) => answer != null && answer.ok !== false,
  );
  if (obeyed.length > 0) throw new Error(`a page was obeyed: ${JSON.stringify(obeyed)}`);
}
