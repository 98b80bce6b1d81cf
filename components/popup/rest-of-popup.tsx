import { liveQuery } from 'dexie';
import { browser } from 'wxt/browser';
import { followBadge } from '../../lib/browser/follow-badge';
import { followUnits } from '../../lib/browser/follow-units';
import { ask, type Screen } from '../../lib/browser/messages';
import type { Day } from '../../lib/core/day';
import type { Conflict } from '../../lib/planner';
import { knownDevices, openDatabase, openRecordings, type World } from '../../lib/storage';
import { followToday } from '../../lib/today/follow-today';
import type { EarlySnapshot } from '../../lib/today/read-snapshot';
import { type NextStep, toTodaySnapshot } from '../../lib/today/snapshot';
import { CheckInCard } from '../check-in/CheckInCard';
import { ConflictButtons } from '../plan/ConflictButtons';
import { AddTraining } from '../training/AddTraining';
import { NextButtons } from './NextButtons';

/** Everything that the popup's first picture does not need: the database layer, the verdict and the planner, the devices, the forms. */

export { watchStrapState } from '../../lib/devices/remote/strap-state';
export { OtherRunningBar } from '../running/OtherRunningBar';
export { CardBlocked } from './CardBlocked';
export { DeviceLines } from './DeviceLines';

const db = openDatabase();
followUnits(db);
followBadge(db, () => ask('checks-changed', {}));

/** Calls `listen` with today's snapshot and the device seen last, now and whenever one of them changes. Returns a function that ends it. */
export function followSnapshot(product: string, listen: (now: EarlySnapshot | Error) => void): () => void {
  let today: EarlySnapshot['snapshot'] | null = null;
  let last: { readonly device: EarlySnapshot['last'] } | null = null;
  const tell = () => {
    if (today !== null && last !== null) listen({ snapshot: today, nextKnown: true, last: last.device });
  };
  const follower = followToday({
    db,
    product,
    listen: (now) => {
      if (now instanceof Error) return listen(now);
      today = toTodaySnapshot(now);
      tell();
    },
  });
  const devices = liveQuery(() => knownDevices(db)).subscribe({
    next: ([device]) => {
      last = { device };
      tell();
    },
    error: (error: unknown) => listen(error instanceof Error ? error : new Error(String(error))),
  });
  return () => {
    follower.end();
    devices.unsubscribe();
  };
}

/** Keeps interrupted checks. The code for that, including the engine, is loaded only if there are any. */
export async function settleLeft(): Promise<void> {
  if ((await openRecordings(db)).length === 0) return;
  const { settleIfFree } = await import('../../lib/check/recover');
  await settleIfFree(db);
}

/** The actions on the next step. */
export function Buttons({ world, next }: { readonly world: World; readonly next: NextStep }) {
  return <NextButtons db={db} world={world} next={next} />;
}

/** The answers to a conflict. */
export function ConflictAnswers({ world, conflict }: { readonly world: World; readonly conflict: Conflict }) {
  return <ConflictButtons db={db} world={world} conflict={conflict} />;
}

export type PopupQuestions = 'check-in' | 'training';

interface AskingProps {
  readonly what: PopupQuestions;
  readonly world: World;
  readonly day: Day;
  readonly done: () => void;
}

export function Asking({ what, world, day, done }: AskingProps) {
  return (
    <main class="popup">
      {what === 'check-in' ? (
        <CheckInCard key={`${world} ${day}`} db={db} world={world} day={day} open short done={done} />
      ) : (
        <AddTraining db={db} world={world} done={done} />
      )}
    </main>
  );
}

/** Opens the app and closes the popup. */
export async function openAppAndClose(screen: Screen): Promise<void> {
  await ask('open-app', { screen });
  window.close();
}

export async function openPanel(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id === undefined) return;
  await browser.sidePanel.open({ windowId: id });
  window.close();
}

/** Sent before the connected devices are known: the device lines that appear then show the result. */
export async function connect(id: string): Promise<void> {
  await ask('device-command', { command: 'connect', id });
}
