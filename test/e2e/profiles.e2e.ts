import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedBedtech } from '../../lib/simulated/framed/bedtech';
import { madeUpTable, simulatedHypervolt } from '../../lib/simulated/recovery/hypervolt';
import { chooseDevice } from './harness';
import { type Radio, startRadio } from './radio';
import { type App, click, type InstallOptions, install, press, see } from './support/app';
import { rows } from './support/database';
import { look } from './support/look';

/** Will mine work, the user's own profiles, secrets of a device. */
const BEDTECH = readFileSync(join(import.meta.dirname, '../../docs/profiles/bedtech.json'), 'utf8');

let app: App;

async function to(page: Page, part: string): Promise<void> {
  await page.evaluate((hash: string) => {
    location.hash = hash;
  }, part);
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value: string) => {
    const field = document.querySelector<HTMLTextAreaElement>('[data-import] textarea');
    if (field === null) throw new Error('no field to paste into');
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

async function search(page: Page, query: string): Promise<void> {
  await page.locator('aria/Brand or model').fill(query);
}

/** The bytes below the last command of the dry run. */
const lastBytes = (page: Page) =>
  page.$$eval('[data-command]', (all) => [...(all.at(-1)?.querySelectorAll('[data-bytes]') ?? [])].map((code) => code.textContent));

async function open(options: InstallOptions = {}): Promise<Page> {
  app = await install(options);
  await press(app.page, 'Pair my strap');
  await to(app.page, '#devices');
  await app.page.waitForSelector('aria/Brand or model');
  return app.page;
}

describe('without a radio', () => {
  afterEach(async () => {
    await app.harness.close();
  });

  it('says what works for a brand and model, and runs a simulated one', async () => {
    const page = await open();
    await search(page, 'theragun');
    await page.waitForSelector('[data-model="Therabody Theragun"][data-status="timer-only"]');
    await search(page, 'harvia');
    await page.waitForSelector('[data-status="cloud-only"]');
    await search(page, 'keeson');
    await page.waitForSelector('[data-status="no-stop"]');
    await search(page, 'qwertz');
    await see(page, 'We know nothing about this one.');
    await search(page, 'jensen');
    await page.waitForSelector('[data-status="controlled"]');
    await see(page, 'This project has not tested a real one yet.');
    await see(page, 'Others report that its bytes work for them.');
    await press(page, 'Try a simulated one: Jensen adjustable bed');
    await page.waitForSelector('[data-device="JMC400"][data-state="ready"]');
    await page.waitForSelector('[data-device="JMC400"] [data-session="set-up"]');
    // A simulated device is not stored.
    expect(await rows(page, 'devices')).toEqual([]);
    expect(app.problems).toEqual([]);
  });

  it('shows where a profile is faulty and does not store it; stores, exports, deletes and restores a valid one', async () => {
    const page = await open();
    await to(page, '#devices/profiles');
    await page.waitForSelector('[data-import="empty"]');
    await paste(page, BEDTECH.replace('"stop": ["off"]', '"stop": ["of"]').replace('"min": 600', '"min": "600"'));
    await page.waitForSelector('[data-import="faulty"]');
    expect(
      await page.$$eval('[data-fault]', (all) => all.map((one) => [(one as HTMLElement).dataset.path, (one as HTMLElement).dataset.fault])),
    ).toEqual([['timer.range.min', 'wrong-type']]);
    await paste(page, BEDTECH.replace('"stop": ["off"]', '"stop": ["of"]'));
    await page.waitForSelector('[data-path="stop[0]"]');
    await see(page, 'names a frame that is not defined.');
    await look(page, 'profiles-faulty');
    expect(await rows(page, 'profiles')).toEqual([]);
    await paste(page, BEDTECH);
    await page.waitForSelector('[data-import="good"]');
    await press(page, 'Import');
    await page.waitForSelector('[data-profile="bedtech-bed"]');
    expect((await rows<{ id: string; text: string }>(page, 'profiles')).map(({ id, text }) => [id, text])).toEqual([
      ['bedtech-bed', BEDTECH],
    ]);
    const saved = await download(page, () => press(page, 'Export BedTech adjustable bed'));
    expect(saved.name).toBe('bedtech-bed.json');
    expect(JSON.parse(saved.text)).toEqual(JSON.parse(BEDTECH));
    await press(page, 'Remove BedTech adjustable bed');
    await page.waitForFunction(() => document.querySelector('[data-profile]') === null);
    await press(page, 'Undo');
    await page.waitForSelector('[data-profile="bedtech-bed"]');
    // The model can be paired now.
    await to(page, '#devices');
    await search(page, 'bedtech');
    await page.waitForSelector('[data-pair="bedtech-bed"]');
    expect(app.problems).toEqual([]);
  });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const)('looks right, $colorScheme, $width px', async ({ colorScheme, width }) => {
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    await search(page, 'bed');
    await page.waitForSelector('[data-status="importable"]');
    await look(page, `mine-${colorScheme}-${width}`);
    await search(page, 'jensen');
    await press(page, 'Try a simulated one: Jensen adjustable bed');
    await page.waitForSelector('[data-session="set-up"]');
    await look(page, `mine-tried-${colorScheme}-${width}`);
    await to(page, '#devices/profiles');
    await paste(page, BEDTECH);
    await page.waitForSelector('[data-import="good"]');
    await look(page, `profiles-good-${colorScheme}-${width}`);
    await press(page, 'Import');
    await page.waitForSelector('[data-profile]');
    await press(page, 'View its bytes: BedTech adjustable bed');
    await page.waitForSelector('[data-dry="bedtech-bed"]');
    await press(page, 'Show');
    await look(page, `profiles-dry-${colorScheme}-${width}`);
    expect(app.problems).toEqual([]);
  });
});

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('with the simulated radio', () => {
  let radio: Radio;
  beforeEach(async () => {
    radio = await startRadio();
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  it('the dry run shows the bytes first; each is sent only by its own click; the log becomes a draft', async () => {
    const model = simulatedBedtech();
    const bed = radio.add(model);
    const page = await open({ radio });
    await to(page, '#devices/profiles');
    await paste(page, BEDTECH);
    await press(page, 'Import');
    await page.waitForSelector('[data-dry="bedtech-bed"]');
    await page.select('[data-dry-command]', JSON.stringify({ kind: 'start' }));
    await press(page, 'Show');
    // As published: massage on is 6E 01 00 5D plus the checksum.
    expect(await lastBytes(page)).toEqual(['6e 01 00 5d cc']);
    await click(page, '[data-dry-sending] summary');
    await click(page, '[data-dry-sending] input[type="checkbox"]');
    await chooseDevice(page, bed.address, () => press(page, 'Connect a device'));
    await page.waitForSelector('[data-inspector="ready"]');
    expect(bed.writes).toEqual([]);
    await page.waitForSelector('[data-step="write"] button:not([disabled])');
    await click(page, '[data-step="write"] button');
    await bed.waitUntil(() => bed.writes.length === 1, 'the start');
    expect(model.accepted.map(({ meaning }) => meaning)).toHaveLength(1);
    expect(model.state(radio.nowMs).running).toBe(true);
    await click(page, '[data-dry-sending] [data-stop]');
    await bed.waitUntil(() => bed.writes.length === 2, 'the stop');
    expect(bed.writes.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toEqual(['6e01005dcc', '6e01005ecd']);
    expect(model.state(radio.nowMs).running).toBe(false);
    await look(page, 'profiles-sending');
    // So does Escape, whatever the dry run has set moving.
    await page.select('[data-dry-command]', JSON.stringify({ kind: 'programme', id: 'wave-1' }));
    await press(page, 'Show');
    await page.waitForSelector('[data-command="programme"] [data-step="write"] button:not([disabled])');
    await click(page, '[data-command="programme"] [data-step="write"] button');
    await bed.waitUntil(() => bed.writes.length === 3, 'the programme');
    await page.keyboard.press('Escape');
    // The key stops everything, and what this screen sends: the same stop may be written twice.
    await bed.waitUntil(() => bed.writes.length >= 4, 'the stop by key');
    const [programme, ...stops] = bed.writes.slice(2).map(({ bytes }) => Buffer.from(bytes).toString('hex'));
    expect([programme, ...new Set(stops)]).toEqual(['6e010049b8', '6e01005ecd']);

    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.inspector details')) details.open = true;
    });
    await press(page, 'Draft a profile');
    await page.waitForSelector('[data-import="good"]');
    const draft = await page.$eval('[data-import] textarea', (field) => (field as HTMLTextAreaElement).value);
    expect(JSON.parse(draft)).toMatchObject({
      format: 'rebound-device-profile',
      frames: { 'seen-1': { bytes: ['6E 01 00 5D CC'] }, 'seen-2': { bytes: ['6E 01 00 5E CD'] } },
    });
    await see(page, 'No command that stops it is known');
    // What the log supports is shown with its evidence, and is in the draft only after a click.
    await see(page, 'It has a service that is known from: Richmat, BedTech, Leggett.');
    await see(page, 'It fits all 3 different values that were written.');
    await look(page, 'profiles-proposals');
    await press(page, 'Add: Checksum of what was written: sum8');
    await page.waitForSelector('[data-proposal="frame-checksum"][data-taken="true"]');
    const added = await page.$eval('[data-import] textarea', (field) => (field as HTMLTextAreaElement).value);
    expect(JSON.parse(added)).toMatchObject({ frames: { 'seen-1': { bytes: ['6E 01 00 5D', { checksum: 'sum8' }] } } });
    expect(app.problems).toEqual([]);
  });

  it('a device asks on its card for what it needs, says what is wrong with it, and then works', async () => {
    const table = madeUpTable(7);
    const gun = radio.add(simulatedHypervolt({ table, address: '10:20:30:40:50:60' }));
    const page = await open({ radio });
    await search(page, 'hypervolt 2');
    await page.waitForSelector('[data-status="experimental"]');
    await chooseDevice(page, gun.address, () => press(page, 'Pair Hyperice Hypervolt 2'));
    await page.waitForSelector('[data-device="Hypervolt 2"] [data-secrets]');
    await see(page, 'It needs input from you first.');
    await page.locator('[data-secret="address"] input').fill('10:20:30');
    await see(page, 'This is not an address');
    await page.locator('[data-secret="table"] textarea').fill('00 01 02');
    await see(page, '256 bytes are needed; there are 3.');
    await look(page, 'secrets-wrong');
    expect(await page.$eval('[data-secret="table"] button', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await page.locator('[data-secret="address"] input').fill('10-20-30-40-50-60');
    await press(page, 'Save: Its Bluetooth address');
    await page.waitForSelector('[data-secret="address"][data-there="true"]');
    await page.locator('[data-secret="table"] textarea').fill(JSON.stringify([...table]));
    await press(page, 'Save: Its maker’s table');
    await page.waitForSelector('[data-secret="table"][data-there="true"]');
    const [stored] = await rows<{ secrets: { address: number[]; table: number[] } }>(page, 'devices');
    expect(stored?.secrets).toEqual({ address: [0x10, 0x20, 0x30, 0x40, 0x50, 0x60], table: [...table] });
    await press(page, 'Connect Hypervolt 2');
    await page.waitForSelector('[data-device="Hypervolt 2"][data-state="ready"]');
    await page.waitForSelector('[data-device="Hypervolt 2"] [data-session="set-up"]');
    await look(page, 'secrets-good');
  });
});

/** The file that a click saves. */
async function download(page: Page, click: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-download-'));
  const session = await page.browser().target().createCDPSession();
  try {
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
    const saved = new Promise<void>((resolve) =>
      session.on('Browser.downloadProgress', ({ state: progress }) => progress === 'completed' && resolve()),
    );
    await click();
    await saved;
    const [name = ''] = await readdir(folder);
    return { name, text: await readFile(join(folder, name), 'utf8') };
  } finally {
    await session.detach();
    await rm(folder, { recursive: true, force: true });
  }
}
