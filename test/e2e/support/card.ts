/** The card on a page, as only a test can see it: its shadow root is closed to the page and all of its scripts. */
import type { Page } from 'puppeteer';

interface DomNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

/** The visible text of every card on the page. */
export async function cards(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    return hosts(root).map((host) => words(host).join('\n'));
  } finally {
    await session.detach();
  }
}

function hosts(node: DomNode): DomNode[] {
  if (node.attributes?.includes('data-rebound-card')) return [node];
  return (node.children ?? []).flatMap(hosts);
}

function words(node: DomNode): string[] {
  if (node.nodeName === 'STYLE' || node.nodeName === 'SCRIPT') return [];
  if (node.nodeName === '#text') return [node.nodeValue];
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(words);
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
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  }
  throw new Error(`no card says “${wanted}”: ${JSON.stringify(last)}`);
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

/** The page replaces its root this many times; each time, one card must come back. Returns the delay after its anchor, ms, each time. */
export function backAfterRenders(page: Page, times: number): Promise<number[]> {
  return page.evaluate(async (rounds: number) => {
    const took: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const markup = document.body.innerHTML.replace(/<div data-rebound-card="">.*?<\/div>/, '');
      document.body.innerHTML = '';
      await new Promise((resolve) => setTimeout(resolve, 120));
      const from = performance.now();
      document.body.innerHTML = markup;
      while (document.querySelector('[data-rebound-card]') === null) await new Promise((resolve) => setTimeout(resolve, 4));
      took.push(performance.now() - from);
      if (document.querySelectorAll('[data-rebound-card]').length !== 1) throw new Error('more than one card');
    }
    return took;
  }, times);
}
