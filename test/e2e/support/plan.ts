/** A day with something to plan, at whatever time the test runs. */
import type { Page } from 'puppeteer';
import { aRun } from '../../support/plans';
import { put } from './database';

/** The log entry of one item. */
export interface Logged {
  readonly itemId: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly modality: string;
  readonly minutes: number;
  readonly sessionId?: string;
}

/** A zone where it is between two and three in the afternoon, so that the plan does not depend on when the test runs. */
export function afternoonZone(): string {
  const ahead = 14 - new Date().getUTCHours();
  // POSIX counts westward.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** The time of the app. */
export function appNow(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { __reboundClock: { now(): number } }).__reboundClock.now());
}

/** A hard run of one hour that ended this many minutes ago, in the browser's zone; pages see it after a reload. */
export async function ran(page: Page, endedMinAgo: number): Promise<void> {
  const startMs = (await appNow(page)) - (60 + endedMinAgo) * 60_000;
  const [timeZone, day] = await page.evaluate(
    (ms: number) => [Intl.DateTimeFormat().resolvedOptions().timeZone, new Date(ms).toLocaleDateString('sv-SE')] as const,
    startMs,
  );
  await put(page, 'activities', { ...aRun(startMs, { id: `run ${endedMinAgo}`, regions: ['quads', 'calves'], timeZone, day }) });
}

/** Opens a screen by its address and waits for an element of it. */
export async function to(page: Page, hash: string, selector: string): Promise<void> {
  await page.evaluate((where: string) => {
    location.hash = where;
  }, hash);
  await page.waitForSelector(selector);
}
