import { liveQuery } from 'dexie';
import type { Day } from '../../lib/day';
import type { FirstGlance } from '../../lib/first-glance';
import { keepToday, readToday } from '../../lib/glance';
import { knownDevices, openDatabase, openRecordings, type World } from '../../lib/storage';
import { CheckInCard } from '../check-in/CheckInCard';
import { AddTraining } from '../training/AddTraining';

/** All of the popup that its first picture does without: the database layer, what judges, the forms. */

const db = openDatabase();

/** Today as it is worked out, now and whenever something changes; keeps it for the next opening. Returns what ends it. */
export function followToday(product: string, listen: (now: FirstGlance | Error) => void): () => void {
  const read = async () => {
    const [marked, devices] = await Promise.all([readToday(db, Date.now()), knownDevices(db)]);
    return { marked, last: devices[0] };
  };
  const subscription = liveQuery(read).subscribe({
    next: ({ marked, last }) => {
      listen({ glance: marked.today, last });
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
