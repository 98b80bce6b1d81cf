/** The name of the counter that every loop calls. */
export const TICK = '__rebound_tick';
const MOST_TURNS = 20_000_000;

/** Installs the counter. Returns a function that resets it, to call before each test. */
export function countTurns(): () => void {
  let turns = 0;
  Object.assign(globalThis, {
    [TICK]: () => {
      if (++turns > MOST_TURNS) throw new Error('a loop did not end');
    },
  });
  return () => {
    turns = 0;
  };
}
