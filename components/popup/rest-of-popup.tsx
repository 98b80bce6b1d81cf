import { liveQuery } from 'dexie';
import { browser } from 'wxt/browser';
import { followUnits } from '../../lib/browser/follow-units';
import { ask, type Screen } from '../../lib/browser/messages';
import type { Day } from '../../lib/core/day';
import { knownDevices, openDatabase, openRecordings, type World } from '../../lib/storage';
import type { FirstGlance } from '../../lib/today/read-snapshot';
import type { Today } from '../../lib/today/today';
import { keepToday, readToday } from '../../lib/today/write-snapshot';
import { CheckInCard } from '../check-in/CheckInCard';
import { AddTraining } from '../training/AddTraining';
import { NextStep } from './NextStep';

/** All of the popup that its first picture does without: the database layer, what judges, the devices, the forms. */

export { watchStrapState } from '../../lib/devices/remote/strap-state';
export { DeviceLines } from './DeviceLines';

const db = openDatabase();
followUnits(db);

/** A glance with all that it was made from. */
export interface WorkedOut extends FirstGlance {
  readonly today: Today;
}

/** Today as it is worked out, now and whenever something changes; keeps it for the next opening. Returns what ends it. */
export function followToday(product: string, listen: (now: WorkedOut | Error) => void): () => void {
  const read = async () => {
    const [marked, devices] = await Promise.all([readToday(db, Date.now()), knownDevices(db)]);
    return { marked, last: devices[0] };
  };
  const subscription = liveQuery(read).subscribe({
    next: ({ marked, last }) => {
      listen({ glance: marked.today, today: marked.today, last });
      keepToday(db, product, marked).catch((error: unknown) => console.error('digest', error));
    },
    error: (error: unknown) => listen(error instanceof Error ? error : new Error(String(error))),
  });
  return () => subscription.unsubscribe();
}

/** Keeps the checks that were left; what that takes, the engine among it, is loaded where there are any. */
export async function settleLeft(): Promise<void> {
  if ((await openRecordings(db)).length === 0) return;
  const { settleIfFree } = await import('../../lib/check/recover');
  await settleIfFree(db);
}

/** The next thing to do for recovery. */
export function Next({ today }: { readonly today: Today }) {
  return <NextStep db={db} today={today} />;
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

/** The app takes over, and the popup is done. */
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

/** Asked for before it was known what is connected: how it comes out shows in the lines that come then. */
export async function connect(id: string): Promise<void> {
  await ask('device-command', { command: 'connect', id });
}
