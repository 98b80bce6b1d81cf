import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** How the sources use the messages of `public/_locales`, found by reading them. */

export interface Call {
  readonly where: string;
  readonly keys: readonly string[];
  /** The number of values passed; null when a spread hides it. */
  readonly values: number | null;
}

const ROOT = join(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

const FILES = [...['lib', 'components', 'entrypoints'].flatMap(sources), 'wxt.config.ts'];

function visit(node: ts.Node, seen: (node: ts.Node) => void): void {
  seen(node);
  node.forEachChild((child) => visit(child, seen));
}

/** The keys that an expression may give: a literal, or both sides of a condition; empty when unknown. */
function listKeys(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression)) return [...listKeys(expression.whenTrue), ...listKeys(expression.whenFalse)];
  return [];
}

/** Every call of `t` and `plural` with readable keys, and every text and template of the sources. */
export function readSources(): {
  readonly calls: readonly Call[];
  readonly texts: ReadonlySet<string>;
  readonly prefixes: readonly string[];
} {
  const calls: Call[] = [];
  const texts = new Set<string>();
  const prefixes: string[] = [];
  for (const file of FILES) {
    const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    visit(source, (node) => {
      if (ts.isStringLiteralLike(node)) {
        texts.add(node.text);
        for (const [, key] of node.text.matchAll(/__MSG_(\w+)__/g)) if (key !== undefined) texts.add(key);
      }
      if (ts.isTemplateExpression(node) && node.head.text.endsWith('_')) prefixes.push(node.head.text);
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
      const of = node.expression.text;
      const [first, ...rest] = node.arguments;
      if ((of !== 't' && of !== 'plural') || first === undefined) return;
      const values = rest.some(ts.isSpreadElement) ? null : rest.length;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const keys = listKeys(first).flatMap((key) => (of === 'plural' ? [`${key}_one`, `${key}_other`] : [key]));
      calls.push({ where: `${file}:${line + 1}`, keys, values });
    });
  }
  return { calls, texts, prefixes };
}
