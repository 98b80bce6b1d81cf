import ts from 'typescript';
import { walk } from '../rooms/source';
import { TICK } from './turns';

/** A mutant may loop forever, so each turn is counted, and too many throw. */
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

function isLoop(node: ts.Node): node is ts.IterationStatement {
  return ts.isIterationStatement(node, false);
}
