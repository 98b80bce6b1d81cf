import ts from 'typescript';
import { walk } from '../rooms/source';

/** The name of the counter that every loop calls. */
const TICK = '__rebound_tick';
const MOST_TURNS = 20_000_000;

/** A mutant may never leave a loop: each turn is counted, and too many throw. */
export function guardLoops(path: string, text: string): string {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const inserts = [...walk(tree)].filter(isLoop).flatMap(({ statement }): [at: number, insert: string][] => {
    if (ts.isBlock(statement)) return [[statement.getStart() + 1, `${TICK}();`]];
    return [
      [statement.getStart(), `{ ${TICK}();`],
      [statement.getEnd(), '}'],
    ];
  });
  return inserts.sort(([a], [b]) => b - a).reduce((result, [at, insert]) => result.slice(0, at) + insert + result.slice(at), text);
}

/** Puts the counter into this world. Gives what sets it back, to be called before each test. */
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

function isLoop(node: ts.Node): node is ts.IterationStatement {
  return ts.isIterationStatement(node, false);
}
