import { memoryMarks } from '../../../lib/devices/marks/mark-store';
import type { CommandOutcome } from '../../../lib/devices/remote/schema';
import { makePlan } from '../../lib/devices/session/set-up';
import { type DeviceRig, deviceRig, rigWorld } from '../../support/device-rig';
import { type Cell, DEVICES, PRESSED_ELSEWHERE } from './cells';
import { enter } from './enter';
import { type Breakable, fillable, happen, mend } from './happen';
import { judge } from './judge';
import { type LyingModel, lyingModel } from './lying-model';
import { openScreen } from './screen';
import { openSurfaces } from './surfaces';
import { watchRest } from './watch-rest';
import { describeDevice } from './words';

/** What came of one cell of the matrix. */
export interface CellResult extends Cell {
  /** Whether the device ran when the person pressed Stop. */
  readonly ran: boolean;
  /** What the press was answered with. */
  readonly answer: CommandOutcome;
  /** The session's state and fault 3 s after the press; null: the tab has none. */
  readonly session: string | null;
  /** The person is asked about a device that may be running, 3 s after the press. */
  readonly asked: boolean;
  /** How many stops had arrived at the device 3 s after the press. */
  readonly stopsArrived: number;
  /** Seconds from the press until the device rested; null: never. */
  readonly restsAfterS: number | null;
  /** How often a person pressed Stop. */
  readonly presses: number;
  /** It moved again after it had rested, and nobody had started it. */
  readonly movedAgain: boolean;
  /** What arrived in a tab that started nothing, or after the press, and is neither a stop nor a part of the set-up; in hex. */
  readonly unasked: readonly string[];
  /** Forged messages of a page that were obeyed. */
  readonly obeyed: readonly string[];
  /** What the device does, in a sentence. */
  readonly deviceDoes: string;
  /** What the screen says 3 s after the press, in the product's own words. */
  readonly userSees: string;
  /** What the screen says in the end. */
  readonly userSeesInTheEnd: string;
  /** What is wrong; null: nothing. */
  readonly wrong: string | null;
}

const FAULT_S = 3;
/** The fault lasts so long after the press; then everything works again. */
const LASTS_S = 5;
/** A lost link is sought every 15 s at most. */
const ENDS_WITHIN_S = 60;
const WATCHED_S = 60;
/** A command that was on its way may arrive with the first stop; the second stop ends it. */
const ON_ITS_WAY_MS = 2500;

/** Brings app and device into the phase, lets the fault come, presses Stop, lets the fault go, and watches the device. */
export async function runCell(cell: Cell): Promise<CellResult> {
  const disk = { full: false };
  const model = lyingModel(cell.device);
  const world = rigWorld(cell.device, fillable(memoryMarks(), disk), undefined, model);
  const plan = { ...makePlan({ levels: DEVICES[cell.device].levels, seconds: 1200 }), modality: DEVICES[cell.device].modality };
  const state = () => world.model.state(world.clock.now());
  let app = await deviceRig(world);
  const surfaces = openSurfaces(world, () => app);
  const parts: Breakable = { device: cell.device, world, model, disk, surfaces };
  try {
    app = await enter(cell.phase, world, app, plan);
    app = await happen(cell.fault, parts, app);
    await app.pass(FAULT_S);
    const { running: ran, remainingS: ownTimerS = null } = state();
    const pressedAtMs = world.clock.now();
    const byConnecting = app.session() === null ? unaskedIn(model, app.openedAtMs) : [];
    const rest = watchRest(app, () => state().running);
    const screen = openScreen(app);
    const elsewhere = PRESSED_ELSEWHERE.has(cell.fault);
    const press = () => screen.press(elsewhere ? surfaces.stopAll : () => app.registry.stopAll(), elsewhere);
    const pressed = press();
    if (cell.fault === 'page-attacks') await surfaces.attack();
    await rest.pass(3);
    const session = readState(app);
    const asked = app.left().length > 0;
    const stopsArrived = model.arrived.filter(({ kind, atMs }) => kind === 'stop' && atMs >= pressedAtMs).length;
    const answer = await app.passing(pressed);
    const userSees = screen.read();
    await rest.pass(LASTS_S);
    mend(parts);
    const presses = await waitForRest(app, rest, cell.fault === 'device-lies-rests' ? press : null);
    if (cell.fault === 'page-attacks') await surfaces.attack();
    await rest.pass(WATCHED_S);
    const { restsAfterS, movedAgain } = rest;
    const unasked = [...byConnecting, ...unaskedIn(model, pressedAtMs + ON_ITS_WAY_MS)];
    const seen = { ...cell, ran, answer, session, asked, stopsArrived, restsAfterS, presses, movedAgain, unasked };
    const result = { ...seen, obeyed: surfaces.obeyed, userSees, userSeesInTheEnd: screen.read() };
    return { ...result, deviceDoes: describeDevice({ ...result, ownTimerS }), wrong: judge(result) };
  } finally {
    surfaces.close();
    app.close();
    world.db.close();
  }
}

function unaskedIn({ arrived }: LyingModel, sinceMs: number): string[] {
  return arrived.filter(({ kind, atMs }) => kind === 'other' && atMs > sinceMs).map(({ hex }) => hex);
}

function readState(app: DeviceRig): string | null {
  const session = app.session();
  return session === null ? null : [session.view.state.value, session.view.fault.value ?? ''].join(' ').trim();
}

/**
 * The person connects again where the app does not by itself, and presses Stop again where only the eye can tell that the device moves.
 * Resolves with how often Stop was pressed in all.
 */
async function waitForRest(app: DeviceRig, rest: ReturnType<typeof watchRest>, press: (() => Promise<unknown>) | null): Promise<number> {
  let presses = 1;
  for (let seconds = 0; seconds < ENDS_WITHIN_S && rest.restsAfterS === null; seconds++) {
    if (seconds === 30 && !app.registry.linked(app.id)) await app.registry.connect(app.id, true);
    if (seconds === 2 && press !== null) {
      presses++;
      await app.passing(press());
    }
    await rest.pass(1);
  }
  return presses;
}
