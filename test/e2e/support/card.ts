/** The card on a page: a frame of our own origin in a closed shadow root, which only a test can reach. */
import type { Frame, Page } from 'puppeteer';

/** The frames of all cards in the page. */
export function cardFrames(page: Page): Frame[] {
  return page.frames().filter((frame) => /^chrome-extension:\/\/[^/]+\/card\.html/.test(frame.url()) && !frame.detached);
}

/** The visible text of every card on the page. */
export async function cards(page: Page): Promise<string[]> {
  // A frame can go while it is read.
  const texts = await Promise.all(cardFrames(page).map((frame) => frame.evaluate(() => document.body.innerText).catch(() => null)));
  return texts.filter((text) => text !== null);
}

/** The frame of the only card. */
export async function cardFrame(page: Page): Promise<Frame> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const [only, ...more] = cardFrames(page);
    if (more.length > 0) throw new Error(`${more.length + 1} cards on one page`);
    if (only !== undefined) return only;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('no card');
}

/** The text of the only card, once it satisfies the condition. */
export async function cardSaying(page: Page, wanted: string): Promise<string> {
  const until = Date.now() + 30_000;
  let last: string[] = [];
  while (Date.now() < until) {
    last = await cards(page);
    if (last.length > 1) throw new Error(`${last.length} cards on one page`);
    const [only] = last;
    if (only?.includes(wanted)) return only;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no card says “${wanted}”: ${JSON.stringify(last)}`);
}

/** So long must an element be seen before a press counts (lib/overlay/frame/guard.ts), and some more; ms. */
const SEEN_MS = 700;

/** Presses a button of the card as a person does, who has first looked at it. */
export async function pressInCard(page: Page, name: string): Promise<void> {
  const frame = await cardFrame(page);
  const button = await frame.waitForSelector(`aria/${name}`, { timeout: 10_000 });
  if (button === null) throw new Error(`no “${name}” in the card`);
  await button.scrollIntoView();
  await new Promise((resolve) => setTimeout(resolve, SEEN_MS));
  await button.click();
  await button.dispose();
}

/** Waits until the background has registered the content script after the installation. */
export async function cardRegistered(evaluate: (script: () => Promise<number>) => Promise<number>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const count = await evaluate(
      // Evaluated in the service worker.
      () =>
        (globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } } }).chrome.scripting
          .getRegisteredContentScripts()
          .then((all) => all.length),
    );
    if (count > 0) return;
  }
  throw new Error('the card’s script was not registered');
}

/**
 * The page replaces its root this many times; each time, one card must come back. Returns after what time from its anchor the card had its
 * place, that is, its frame had drawn; ms, each time.
 */
export function backAfterRenders(page: Page, times: number): Promise<number[]> {
  return page.evaluate(async (rounds: number) => {
    const took: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const markup = document.body.innerHTML.replace(/<div data-rebound-card="".*?<\/div>/, '');
      document.body.innerHTML = '';
      await new Promise((resolve) => setTimeout(resolve, 120));
      const from = performance.now();
      document.body.innerHTML = markup;
      while ((document.querySelector('[data-rebound-card]')?.getBoundingClientRect().height ?? 0) < 40)
        await new Promise((resolve) => setTimeout(resolve, 4));
      took.push(performance.now() - from);
      if (document.querySelectorAll('[data-rebound-card]').length !== 1) throw new Error('more than one card');
    }
    return took;
  }, times);
}
