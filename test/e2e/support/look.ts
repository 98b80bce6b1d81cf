/** Checks a screen: nothing is wider than the window, axe finds no violation; saves a screenshot. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { expect } from 'vitest';

export const SHOTS = join(import.meta.dirname, '../../../test-results/screens');
mkdirSync(SHOTS, { recursive: true });

/** Makes the window as high as the page, because otherwise the navigation bar covers part of it. */
export async function look(page: Page, name: string): Promise<void> {
  const viewport = page.viewport();
  if (viewport === null) throw new Error('the page has no viewport');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ ...viewport, height: Math.max(viewport.height, height) });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) as `${string}.png` });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${name} is wider than the window`).toBeLessThanOrEqual(0);
  expect(await violations(page), name).toEqual([]);
  await page.setViewport(viewport);
}

/** Violations of WCAG 2.2 A and AA found by axe: rule and element. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations: found } = await inPage.run({ runOnly: { type: 'tag', values: tags } });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  });
}
