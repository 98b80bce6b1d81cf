import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './problem.mjs';

/**
 * @typedef {import('puppeteer').Page} Page
 *
 * What the end-to-end build adds to its pages.
 * @typedef {typeof globalThis & { __reboundClock?: { advance(ms: number): Promise<void> } }} HeldGlobal
 */

const STEP_MS = 1000;
/** How long anything on a page may take to appear. */
const PATIENCE_MS = 15_000;

/**
 * Lets one second pass on the held clock, with everything that falls due.
 * @param {Page} page
 */
export const advance = (page) =>
  page.evaluate(async (ms) => {
    await /** @type {HeldGlobal} */ (globalThis).__reboundClock?.advance(ms);
  }, STEP_MS);

/**
 * Polls until there is a result. Advances the held clock meanwhile, because nothing that waits for a timer would happen otherwise.
 * @template T
 * @param {Page} page
 * @param {string} what Ends the sentence "The page never showed …".
 * @param {() => Promise<T | null | undefined | false>} look
 * @returns {Promise<T>}
 */
export async function until(page, what, look) {
  const deadline = Date.now() + PATIENCE_MS;
  let reason = '';
  while (Date.now() < deadline) {
    try {
      const found = await look();
      if (found) return found;
      await advance(page);
    } catch (error) {
      // A page that is being replaced answers with an error, but only once; a broken page keeps doing so.
      reason = String(error);
    }
    await sleep(100);
  }
  throw new Problem(`The page never showed ${what}.`, reason);
}

/**
 * Presses the first enabled button whose accessible name starts with `name`, as soon as there is one.
 * @param {Page} page
 * @param {string} name
 */
export async function pressButton(page, name) {
  const button = await until(page, `a button "${name}" that can be pressed`, () => findButton(page, name));
  await button.click();
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function findButton(page, name) {
  /** @type {import('puppeteer').SerializedAXNode[]} */
  const nodes = [];
  const root = await page.accessibility.snapshot();
  if (root) nodes.push(root);
  for (const node of nodes) {
    if (node.role === 'button' && node.name?.startsWith(name) && !node.disabled)
      return /** @type {import('puppeteer').ElementHandle<Element> | null} */ (await node.elementHandle());
    nodes.push(...(node.children ?? []));
  }
  return undefined;
}

/**
 * The value of an attribute on the first element that has it.
 * @param {Page} page
 * @param {string} name
 */
export const attribute = (page, name) =>
  page.evaluate((each) => document.querySelector(`[${each}]`)?.getAttribute(each) ?? undefined, name);

/**
 * Collects every error that the page reports from now on.
 * @param {Page} page
 */
export function collectFaults(page) {
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error instanceof Error ? (error.stack ?? error) : error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(`${message.text()} ${message.location().url ?? ''}`.trim()));
  return faults;
}
