import { liveQuery } from 'dexie';
import type { Day } from '../../lib/day';
import type { FirstGlance } from '../../lib/first-glance';
import { keepToday, readToday } from '../../lib/glance';
import { getSettings, knownDevices, openDatabase, openRecordings, type World } from '../../lib/storage';
import type { Today } from '../../lib/today';
import { chooseUnits } from '../../lib/units';
import { CheckInCard } from '../check-in/CheckInCard';
import { AddTraining } from '../training/AddTraining';
import { NextStep } from './NextStep';

/** All of the popup that its first picture does without: the database layer, what judges, the forms. */

const db = openDatabase();

/** A glance with all that it was made from. */
export interface WorkedOut extends FirstGlance {
  readonly today: Today;
}

/** Today as it is worked out, now and whenever something changes; keeps it for the next opening. Returns what ends it. */
export function followToday(product: string, listen: (now: WorkedOut | Error) => void): () => void {
  const read = async () => {
    const [marked, devices, { units }] = await Promise.all([readToday(db, Date.now()), knownDevices(db), getSettings(db)]);
    return { marked, last: devices[0], units };
  };
  const subscription = liveQuery(read).subscribe({
    next: ({ marked, last, units }) => {
      chooseUnits(() => units);
      listen({ glance: marked.today, today: marked.today, last, units });
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

export type Asked = 'check-in' | 'training';

interface AskingProps {
  readonly what: Asked;
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
