import type { ConsoleMessage, Page } from 'puppeteer';

/** Collects errors on a page from now on: uncaught ones and `console.error`. A test asserts that the list stays empty. */
export function captureConsole(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const place = problems.push(`console: ${message.text()}`) - 1;
    void readArguments(message).then((text) => {
      problems[place] = `console: ${text}`;
    });
  });
  return problems;
}

/** The browser's text names only the class of an error that is none of its own, such as one of the database library. */
async function readArguments(message: ConsoleMessage): Promise<string> {
  try {
    return (await Promise.all(message.args().map((one) => one.evaluate((value) => String(value))))).join(' ');
  } catch {
    // The page is gone: its own text remains.
    return message.text();
  }
}
