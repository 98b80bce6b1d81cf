import type { Page } from 'puppeteer';
import type { CommandOutcome } from '../../../../lib/devices/remote/schema';
import { PRESSED_ELSEWHERE } from '../../../soak/faults/cells';
import { judge } from '../../../soak/faults/judge';
import type { CellResult } from '../../../soak/faults/run-cell';
import { watchRest } from '../../../soak/faults/watch-rest';
import { describeDevice } from '../../../soak/faults/words';
import { advance } from '../real-time';
import { enter } from './enter';
import { attack, endWorker, happen, mend } from './happen';
import type { Scene } from './scene';

const FAULT_S = 3;
const LASTS_S = 5;
const ENDS_WITHIN_S = 60;
const WATCHED_S = 10;
/** Three tries over a link that hangs. */
const ANSWERED_WITHIN_S = 15;
/** A command that was on its way may arrive with the first stop; the second stop ends it. */
const ON_ITS_WAY_MS = 2500;
/** Where a screen says what runs, or may be running, and what became of a stop. */
const SAID = '.running-bar, [data-stop-toast], [data-session] .notice, .state';

/** The same as `runCell`, in a browser: the phase, the fault, Escape; what arrives at the device and what the screen says. */
export async function runInBrowser(scene: Scene): Promise<CellResult> {
  const { cell, model, radio } = scene;
  await enter(scene);
  await happen(scene);
  await scene.pass(FAULT_S);
  const byConnecting = ['choosing', 'connecting', 'set-up'].includes(cell.phase)
    ? model.arrived.filter(({ kind }) => kind === 'other')
    : [];
  const { running: ran, remainingS: ownTimerS = null } = model.state(radio.nowMs);
  const pressedAtMs = radio.nowMs;
  const rest = watchRest(scene, scene.runs);
  const place = await pressStop(scene);
  if (cell.fault === 'page-attacks') await attack(scene);
  await rest.pass(3);
  const stopsArrived = model.arrived.filter(({ kind, atMs }) => kind === 'stop' && atMs >= pressedAtMs).length;
  const session = await scene.page.$eval('[data-session]', (one) => (one as HTMLElement).dataset.session ?? null).catch(() => null);
  const asked = (await scene.page.$('[data-left-running]')) !== null;
  const userSees = await readScreen(scene.page);
  const answer = await readAnswer(place, rest);
  await rest.pass(LASTS_S);
  await mend(scene);
  const presses = await waitForRest(scene, rest);
  await rest.pass(WATCHED_S);
  const unasked = [
    ...byConnecting,
    ...model.arrived.filter(({ kind, atMs }) => kind === 'other' && atMs > pressedAtMs + ON_ITS_WAY_MS),
  ].map(({ hex }) => hex);
  const { restsAfterS, movedAgain } = rest;
  const seen = { ...cell, ran, answer, session, asked, stopsArrived, restsAfterS, presses, movedAgain, unasked, obeyed: [], userSees };
  const result = { ...seen, userSeesInTheEnd: await readScreen(scene.page) };
  // Without a link nobody knows yet that it rests.
  const shows = async (selector: string) => (await scene.page.$(selector)) !== null;
  const stillShown = cell.fault !== 'device-lies-runs' && (await shows('.running-bar')) && (await shows('.state .dot.on'));
  const wrong = judge(result) ?? (stillShown ? 'the screen says that a device runs which rests' : null);
  return { ...result, deviceDoes: describeDevice({ ...result, ownTimerS }), wrong };
}

/** Presses Escape where the cell has it. Returns that page. */
async function pressStop(scene: Scene): Promise<Page> {
  const { cell, page } = scene;
  const place = PRESSED_ELSEWHERE.has(cell.fault) ? await openElsewhere(scene) : page;
  await place.bringToFront();
  if (place !== page && scene.runs()) await place.waitForSelector('.running-bar');
  await place.keyboard.press('Escape');
  if (place === page || !scene.runs()) return place;
  if (cell.fault === 'worker-killed') await endWorker(scene);
  await waitForAnswer(scene, place);
  return place;
}

/** The way through the background goes by real time, and a stop that is tried again by the held clock: both pass, in small steps. */
async function waitForAnswer({ page, device, radio }: Scene, place: Page): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const answer = await place.waitForSelector('[data-stop-toast]', { timeout: 250 }).catch(() => null);
    if (answer !== null) return;
    device.deliver(radio.nowMs + 50);
    await advance(page, 50);
  }
  throw new Error('Escape on another surface was not answered');
}

/** Another surface: a second app tab, or the side panel. */
async function openElsewhere({ cell, app, others }: Scene): Promise<Page> {
  const other = await app.harness.openPage(cell.fault === 'second-tab' ? 'app.html#today' : 'sidepanel.html');
  others.push(other);
  return other;
}

/** What the toast says of the stop, once it has come; a stop of nothing that runs has none. */
async function readAnswer(place: Page, rest: ReturnType<typeof watchRest>): Promise<CommandOutcome> {
  const read = () => place.$eval('[data-stop-toast]', (toast) => (toast as HTMLElement).dataset.stopToast ?? '').catch(() => null);
  for (let tries = 0; tries < ANSWERED_WITHIN_S; tries++) {
    const answer = await read();
    if (answer !== null) return answer as CommandOutcome;
    if ((await place.$('.running-bar')) === null) return 'accepted';
    await rest.pass(1);
  }
  throw new Error('Escape was not answered');
}

function readScreen(page: Page): Promise<string> {
  return page.$$eval(SAID, (all) => all.map((one) => (one as HTMLElement).innerText.replace(/\s+/g, ' ')).join(' '));
}

/** As in the simulation: the person connects again where the app does not by itself, and presses again where only the eye can tell. */
async function waitForRest(scene: Scene, rest: ReturnType<typeof watchRest>): Promise<number> {
  let presses = 1;
  for (let seconds = 0; seconds < ENDS_WITHIN_S && rest.restsAfterS === null; seconds++) {
    if (seconds === 2 && scene.cell.fault === 'device-lies-rests') {
      presses++;
      await pressStop(scene);
    }
    await rest.pass(1);
  }
  return presses;
}
