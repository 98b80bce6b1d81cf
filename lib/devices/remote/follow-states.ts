import { listMarks, watchMarks } from '../marks/mark-store';
import { type DetailedState, deviceStates, toLeftState } from './device-state';

/**
 * The devices of the app tab now, and at each change; without an app tab, those that an earlier one left running. Returns what ends the
 * watching.
 */
export function watchDeviceStates(listener: (states: readonly DetailedState[]) => void): () => void {
  let owned = false;
  const readAgain = () => {
    readLeft().then(
      (left) => {
        if (!owned) listener(left);
      },
      (error: unknown) => console.error('marks of running devices', error),
    );
  };
  const ends = [
    deviceStates.watch((states) => {
      owned = states !== null;
      if (states === null) readAgain();
      else listener(states);
    }),
    watchMarks(() => {
      if (!owned) readAgain();
    }),
  ];
  return () => {
    for (const end of ends) end();
    owned = true;
  };
}

async function readLeft(): Promise<DetailedState[]> {
  return (await listMarks()).map((mark) => toLeftState(mark));
}
