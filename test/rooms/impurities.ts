import ts from 'typescript';
import { isPure } from './order';
import { type Source, walk } from './source';

/** Calls that make a pure room impure: the same input must give the same output. */
const FORBIDDEN_CALLS = new Set([
  'fetch',
  'Math.random',
  'Date.now',
  'Date',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'setTimeout',
  'setInterval',
]);

/** Uses of chance, clocks and the network in pure rooms, as `path:line: use`. Covers `globalThis.fetch`, `Math['random']` and uses without a call. */
export function findImpurities(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isPure(path))
    .flatMap(({ path, tree }) =>
      [...walk(tree)].flatMap((node) => {
        const use = findUse(node);
        const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
        return use === null ? [] : [`${path}:${line}: ${use}`];
      }),
    );
}

function findUse(node: ts.Node): string | null {
  if (ts.isNewExpression(node)) return readName(node.expression) === 'Date' && !node.arguments?.length ? 'new Date()' : null;
  const name = readName(node);
  if (name === null || !FORBIDDEN_CALLS.has(name) || isPartOfName(node)) return null;
  // `Date` alone is a call without `new`: today's date as text. `new Date(ms)` and `Date.UTC` are fine.
  if (name === 'Date') return ts.isCallExpression(node.parent) && node.parent.expression === node ? 'Date()' : null;
  return name;
}

/** `Math.random` for `Math.random`, `Math['random']` and `globalThis.Math.random`. */
function readName(node: ts.Node): string | null {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return join(readName(node.expression), node.name.text);
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return join(readName(node.expression), node.argumentExpression.text);
  return null;
}

function join(object: string | null, member: string): string | null {
  if (object === null) return null;
  return object === 'globalThis' ? member : `${object}.${member}`;
}

/** A member, key, declaration or type of that name: `site.fetch`, `{ fetch: … }`. */
function isPartOfName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return 'name' in parent && parent.name === node;
}
