import type { Page } from 'puppeteer';

/** Collects errors on a page from now on: uncaught ones and `console.error`. A test asserts that the list stays empty. */
export function captureConsole(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  return problems;
}
