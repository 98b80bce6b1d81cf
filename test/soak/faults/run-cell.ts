import { type MarkStore, memoryMarks } from '../../../lib/devices/marks/mark-store';
import type { CommandOutcome } from '../../../lib/devices/remote/schema';
import { makePlan } from '../../lib/devices/session/set-up';
import { type DeviceRig, deviceRig, type RigWorld, rigWorld } from '../../support/device-rig';
import { type Cell, DEVICES, type Fault } from './cells';

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
  /** Seconds from the press until the device rested; null: never. */
  readonly restsAfterS: number | null;
  /** It moved again after it had rested, and nobody had started it. */
  readonly movedAgain: boolean;
  /** What is wrong; null: nothing. */
  readonly wrong: string | null;
}

const FAULT_S = 3;
/** The fault lasts so long after the press; then everything works again. */
const LASTS_S = 5;
/** A lost link is sought every 15 s at most. */
const ENDS_WITHIN_S = 60;
const WATCHED_S = 60;

/** Brings app and device into the phase, lets the fault come, presses Stop, lets the fault go, and watches the device. */
export async function runCell(cell: Cell): Promise<CellResult> {
  const disk = { full: false };
  const world = rigWorld(cell.device, fillable(memoryMarks(), disk));
  const plan = { ...makePlan({ levels: DEVICES[cell.device].levels, seconds: 1200 }), modality: DEVICES[cell.device].modality };
  const runs = () => world.model.state(world.clock.now()).running;
  let app = await deviceRig(world);
  try {
    app = await enter(cell.phase, world, app, plan);
    app = await happen(cell.fault, world, app, disk);
    await app.pass(FAULT_S);
    const ran = runs();
    const rest = watchRest(app, runs);
    const { answer, session, asked } = await pressStop(app, rest);
    await rest.pass(LASTS_S);
    mend(world, disk);
    await waitForRest(app, rest);
    await rest.pass(WATCHED_S);
    const { restsAfterS, movedAgain } = rest;
    const result = { ...cell, ran, answer, session, asked, restsAfterS, movedAgain };
    return { ...result, wrong: judge(result) };
  } finally {
    app.close();
    world.db.close();
  }
}

async function enter(phase: Cell['phase'], world: RigWorld, app: DeviceRig, plan: Parameters<DeviceRig['start']>[0]): Promise<DeviceRig> {
  if (phase === 'connecting') world.next.connect = 'hangs';
  const paired = app.pair();
  if (phase === 'connecting' || phase === 'set-up') {
    await app.pass(0.015);
    return app;
  }
  await app.passing(paired);
  if (!app.start(plan)) throw new Error('the session does not start');
  await app.pass(phase === 'start' ? 0.05 : 20);
  switch (phase) {
    case 'paused':
      app.session()?.pause();
      await app.pass(1);
      break;
    case 'stopping':
      void app.registry.stopAll();
      break;
    case 'lost':
    case 'reconnecting':
      world.radio.setInReach(app.id, false);
      await app.pass(phase === 'lost' ? 2 : 0.3);
      if (phase === 'reconnecting') world.radio.setInReach(app.id, true);
      await app.pass(0.2);
      break;
    case 'app-closed':
      app.close(app.deviceSessions.leave());
      await app.pass(1);
      return openAgain(world);
    case 'app-reopened':
      return crash(world, app);
  }
  return app;
}

/** Without a word: the link is lost, and the next tab finds what is stored. */
async function crash(world: RigWorld, app: DeviceRig): Promise<DeviceRig> {
  world.radio.setInReach(app.id, false);
  app.close();
  await app.pass(1);
  world.radio.setInReach(app.id, true);
  return openAgain(world);
}

/** The next tab, in which the person connects the device again. */
async function openAgain(world: RigWorld): Promise<DeviceRig> {
  const app = await deviceRig(world);
  const pairing = app.pair();
  await app.pass(2);
  pairing.catch(() => {});
  return app;
}

async function happen(fault: Fault, world: RigWorld, app: DeviceRig, disk: { full: boolean }): Promise<DeviceRig> {
  switch (fault) {
    case 'link-lost':
      world.radio.setInReach(app.id, false);
      break;
    case 'write-hangs':
      world.next.write = 'hangs';
      break;
    case 'every-write-hangs':
      world.air.writes = 'hangs';
      break;
    case 'write-fails':
      world.next.write = 'fails';
      break;
    case 'device-silent':
      world.air.writes = 'hangs-when-done';
      break;
    case 'tab-killed':
      return crash(world, app);
    case 'database-damaged':
      world.db.close();
      break;
    case 'disk-full':
      disk.full = true;
      break;
    case 'clock-back':
      world.setClock(-3_600_000);
      break;
    case 'clock-forward':
      world.setClock(600_000);
      break;
    case 'suspended':
      world.setClock(8 * 3_600_000);
      break;
  }
  // Something is sent, so that a fault of a write has one to hit.
  app.session()?.setLevel('head', 2, null);
  return app;
}

function mend(world: RigWorld, disk: { full: boolean }): void {
  world.radio.setInReach(world.model.address, true);
  world.next.write = null;
  world.next.connect = 'done';
  world.air.writes = null;
  disk.full = false;
}

/** Counts the seconds from the press, and what the device does in them. */
function watchRest(app: DeviceRig, runs: () => boolean) {
  const seen = { elapsedS: 0, restsAfterS: runs() ? null : 0, movedAgain: false } as {
    elapsedS: number;
    restsAfterS: number | null;
    movedAgain: boolean;
  };
  return {
    get restsAfterS() {
      return seen.restsAfterS;
    },
    get movedAgain() {
      return seen.movedAgain;
    },
    async pass(seconds: number) {
      for (let steps = 0; steps < seconds * 2; steps++) {
        await app.pass(0.5);
        seen.elapsedS += 0.5;
        if (!runs()) seen.restsAfterS ??= seen.elapsedS;
        // A command that was on its way may still arrive with the first stop; the second stop ends it.
        else if (seen.restsAfterS !== null && seen.elapsedS - seen.restsAfterS > 2) seen.movedAgain = true;
        else seen.restsAfterS = null;
      }
    },
  };
}

async function pressStop(app: DeviceRig, rest: ReturnType<typeof watchRest>) {
  const pressed = app.registry.stopAll();
  await rest.pass(3);
  const session = app.session();
  const state = session === null ? null : [session.view.state.value, session.view.fault.value ?? ''].join(' ').trim();
  const asked = app.left().length > 0;
  return { answer: await app.passing(pressed), session: state, asked };
}

/** The person connects again where the app does not by itself. */
async function waitForRest(app: DeviceRig, rest: ReturnType<typeof watchRest>): Promise<void> {
  for (let seconds = 0; seconds < ENDS_WITHIN_S && rest.restsAfterS === null; seconds++) {
    if (seconds === 30 && !app.registry.linked(app.id)) await app.registry.connect(app.id, true);
    await rest.pass(1);
  }
}

/** Nothing moves after a stop; a stop that did not arrive is never answered as if it had; and the person is told what may still run. */
function judge({ ran, answer, session, asked, restsAfterS, movedAgain }: Omit<CellResult, 'wrong'>): string | null {
  if (movedAgain) return 'it moved again after it had rested';
  if (restsAfterS === null) return 'it never rested';
  const late = restsAfterS > 3;
  if (ran && late && answer === 'accepted') return 'a stop that did not arrive was answered as if it had';
  const told = asked || session?.includes('stopping') || session?.includes('unknown') || session?.includes('stop-not-told');
  if (ran && late && !told) return 'nobody was told that it may still run';
  return null;
}

/** A store of marks that a full disk refuses to write. */
function fillable(store: MarkStore, disk: { readonly full: boolean }): MarkStore {
  const unlessFull = (work: () => Promise<void>) => (disk.full ? Promise.reject(new Error('QuotaExceededError')) : work());
  return {
    read: () => store.read(),
    put: (mark) => unlessFull(() => store.put(mark)),
    remove: (id) => unlessFull(() => store.remove(id)),
  };
}
