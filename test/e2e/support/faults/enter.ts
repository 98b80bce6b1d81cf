import { click, press } from '../app';
import { kill } from '../kill';
import { choose, openTab, pair, type Scene } from './scene';

/** Brings app and device into the phase of the cell. */
export async function enter(scene: Scene): Promise<void> {
  const { cell, device, model } = scene;
  const { phase } = cell;
  if (phase === 'choosing') {
    scene.chooser = await choose(scene);
    return;
  }
  if (phase === 'connecting') device.holdConnects(true);
  await pair(scene);
  if (phase === 'connecting') {
    await scene.page.waitForFunction(() => document.body.innerText.includes('Connecting'));
    return;
  }
  await device.waitFor('connected');
  if (phase === 'set-up') return;
  await start(scene);
  await scene.until(() => model.arrived.some(({ kind }) => kind === 'other'));
  if (phase === 'start') return;
  await scene.until(scene.runs);
  await scene.until('[data-session="running"]');
  await scene.pass(4);
  switch (phase) {
    case 'paused':
      await press(scene.page, 'Pause');
      await scene.pass(1);
      break;
    case 'stopping':
      await scene.page.keyboard.press('Escape');
      break;
    case 'lost':
    case 'reconnecting':
      device.outOfRange(true);
      await scene.until('[data-session="unknown"]');
      if (phase === 'reconnecting') device.outOfRange(false);
      break;
    case 'app-closed':
      await scene.page.goto('about:blank');
      await device.waitUntil(() => !scene.runs(), 'the stop of the page that goes away');
      await scene.page.close();
      await openAgain(scene);
      break;
    case 'app-reopened':
      await crash(scene);
      break;
  }
}

/** What is asked before a start, each until it is answered. */
const ASKED = '[data-one-tap="none"], [data-runs-on]:not(:checked)';

async function start({ page, until }: Scene): Promise<void> {
  await until('[data-session="set-up"] .set-up-choices:enabled');
  for (;;) {
    // The questions come once the answers of today are read.
    await page.waitForSelector(`${ASKED}, [data-start]:not([disabled])`);
    const asked = await page.$(ASKED);
    if (asked === null) break;
    await asked.evaluate((one) => (one as HTMLElement).click());
  }
  await click(page, '[data-start]');
}

/** Without a word; the link is lost, and the person opens the app again. */
export async function crash(scene: Scene): Promise<void> {
  await kill(scene.page);
  await scene.page.close().catch(() => {});
  scene.device.dropLink();
  await openAgain(scene);
}

/** The next tab, in which the person connects the device again. */
async function openAgain(scene: Scene): Promise<void> {
  scene.page = await openTab(scene);
  await pair(scene);
  await scene.device.waitFor('connected');
  await scene.until('.state .dot.on');
}
