/**
 * One complete morning check on the simulated strap, without a window: the clicks of a person, on elements found by their accessible names.
 * The end-to-end build holds its clock still (lib/core/clock.ts), so minutes of measuring take seconds.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openApp, openBrowser } from './lib/browser.mjs';
import { advance, attribute, collectFaults, pressButton, until } from './lib/page.mjs';
import { inProject } from './lib/paths.mjs';
import { describe, Problem } from './lib/problem.mjs';
import { progress } from './lib/progress.mjs';

/** @typedef {import('puppeteer').Page} Page */

const PICTURES = inProject('test-results', 'start');
const DESKTOP = { width: 1280, height: 800 };
const POPUP = { width: 360, height: 600 };

const VERDICTS = ['push', 'normal', 'easy', 'rest', 'learning'];
/** How far into the measurement its screenshot is taken: late enough for the trace to have filled. */
const PICTURE_AFTER_S = 30;
const LONGEST_CHECK_S = 20 * 60;

/**
 * @param {string} chromium
 * @param {string} extension The end-to-end build.
 */
export async function checkHeadless(chromium, extension) {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const line = progress('check on the simulated strap');
  const browser = await openBrowser({ chromium, headless: true });
  try {
    const { page, origin } = await openApp(browser, extension);
    const result = await visit(page, checkOnStrap);
    await visit(await browser.newPage(), (popup) => lookAtPopup(popup, `${origin}/popup.html`));
    line.end('ok');
    console.log(`\nVerdict: ${result.headline}\nRMSSD: ${result.rmssdMs.toFixed(1)} ms\nScreenshots: ${PICTURES}`);
  } catch (error) {
    line.end('FAILED');
    throw new Problem(`The check did not come through. Screenshots: ${PICTURES}`, describe(error));
  } finally {
    await browser.close();
  }
}

/**
 * Does something on a page. Errors that the page reports count as failures, and any failure leaves a screenshot.
 * @template T
 * @param {Page} page
 * @param {(page: Page) => Promise<T>} work
 */
async function visit(page, work) {
  const faults = collectFaults(page);
  try {
    const result = await work(page);
    if (faults.length > 0) throw new Problem('The page reported errors.');
    return result;
  } catch (error) {
    await takePicture(page, 'failed').catch(() => {});
    throw faults.length > 0 ? new Problem(describe(error), faults.join('\n')) : error;
  }
}

/** @param {Page} page */
async function checkOnStrap(page) {
  await page.setViewport(DESKTOP);
  await show(page, 'light');
  // The page opened before anything listened to its errors.
  await page.reload();
  await until(page, 'the held clock of the end-to-end build', () => page.evaluate(() => '__reboundClock' in globalThis));
  await until(page, 'a button "Try without a strap"', () => page.$('aria/Try without a strap[role="button"]'));
  await takePicture(page, '1-welcome');
  await pressButton(page, 'Try without a strap');
  await pressButton(page, 'Start check');
  await measure(page);
  return readResult(page);
}

/**
 * Runs the check until it is done, one second at a time.
 * @param {Page} page
 */
async function measure(page) {
  let measuredS = 0;
  await until(page, 'the phase of the check', () => attribute(page, 'data-phase'));
  for (let second = 0; second < LONGEST_CHECK_S; second++) {
    const phase = await attribute(page, 'data-phase');
    if (phase === 'done') return;
    if (phase === 'measuring' && measuredS++ === PICTURE_AFTER_S) await takePicture(page, '2-measuring');
    await advance(page);
  }
  throw new Problem(`After ${LONGEST_CHECK_S / 60} minutes the check was not done, but: ${await attribute(page, 'data-phase')}.`);
}

/** @param {Page} page */
async function readResult(page) {
  const verdict = await until(page, 'a verdict', () => attribute(page, 'data-verdict'));
  const rmssdMs = Number(await until(page, 'an RMSSD', () => attribute(page, 'data-rmssd')));
  const headline = await page.$eval('[data-verdict]', (element) => {
    const heading = element.querySelector('h1, h2, h3') ?? element;
    return heading.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });
  await takePicture(page, '3-result');
  await show(page, 'dark');
  await takePicture(page, '4-result-dark');
  if (!VERDICTS.includes(verdict) || headline === '') throw new Problem(`The verdict is "${verdict}", its headline "${headline}".`);
  if (!(rmssdMs > 0 && Number.isFinite(rmssdMs))) throw new Problem(`The RMSSD is ${rmssdMs} ms, which no simulated strap gives.`);
  return { headline, rmssdMs };
}

/**
 * @param {Page} page
 * @param {string} url
 */
async function lookAtPopup(page, url) {
  await page.setViewport(POPUP);
  await show(page, 'light');
  await page.goto(url);
  await until(page, 'anything in the popup', () => page.evaluate(() => document.body.textContent?.trim() !== ''));
  await takePicture(page, '5-popup');
}

/**
 * @param {Page} page
 * @param {'light' | 'dark'} scheme
 */
const show = (page, scheme) =>
  page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);

/**
 * @param {Page} page
 * @param {string} name
 */
const takePicture = (page, name) => page.screenshot({ path: join(PICTURES, `${name}.png`) });
