/** A day that something is planned for, whenever the test runs. */
import type { Page } from 'puppeteer';
import { aRun } from '../../support/plans';
import { put } from './database';

/** What the log of the plan has of one item. */
export interface Logged {
  readonly itemId: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly modality: string;
  readonly minutes: number;
  readonly sessionId?: string;
}

/** A zone in which it is between two and three in the afternoon: the plan of a day is not to depend on when the test runs. */
export function afternoonZone(): string {
  const ahead = 14 - new Date().getUTCHours();
  // POSIX counts westward.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** The time of the app. */
export function appNow(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { __reboundClock: { now(): number } }).__reboundClock.now());
}

/** An hour's hard run that ended so many minutes ago, in the browser's zone; pages see it when they are loaded anew. */
export async function ran(page: Page, endedMinAgo: number): Promise<void> {
  const startMs = (await appNow(page)) - (60 + endedMinAgo) * 60_000;
  const [timeZone, day] = await page.evaluate(
    (ms: number) => [Intl.DateTimeFormat().resolvedOptions().timeZone, new Date(ms).toLocaleDateString('sv-SE')] as const,
    startMs,
  );
  await put(page, 'activities', { ...aRun(startMs, { id: `run ${endedMinAgo}`, regions: ['quads', 'calves'], timeZone, day }) });
}

/** To a screen by its address, until something of it is there. */
export async function to(page: Page, hash: string, selector: string): Promise<void> {
  await page.evaluate((where: string) => {
    location.hash = where;
  }, hash);
  await page.waitForSelector(selector);
}
