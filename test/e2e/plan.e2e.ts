import { mkdtemp, readdir } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, install, press, see, tryWithoutStrap } from './support/app';
import { rows } from './support/database';
import { look } from './support/look';

/** From what is said in the settings to a plan, and what is done with it. One profile for the whole journey. */

interface Planned {
  readonly world: string;
  readonly previous: readonly { readonly id: string; readonly startMs: number }[];
  readonly moved: readonly { readonly id: string; readonly startMs: number }[];
}
interface Logged {
  readonly itemId: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly modality: string;
  readonly sessionId?: string;
}

const QUARTER_MS = 15 * 60_000;
let app: App;
let page: Page;

beforeAll(async () => {
  app = await install();
  page = app.page;
  await tryWithoutStrap(page);
});
afterAll(async () => {
  await app.harness.close();
});

async function until<Row>(store: string, want: (all: readonly Row[]) => boolean): Promise<readonly Row[]> {
  for (let tries = 0; tries < 200; tries++) {
    const all = await rows<Row>(page, store);
    if (want(all)) return all;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`not so: ${JSON.stringify(await rows(page, store))}`);
}

async function to(hash: string, selector: string): Promise<void> {
  await page.evaluate((where: string) => {
    location.hash = where;
  }, hash);
  await page.waitForSelector(selector);
}

const tick = (selector: string) => page.$eval(selector, (box) => (box as HTMLInputElement).click());
