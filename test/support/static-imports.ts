import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** The file that imports each file; null for the first. */
export type Reached = ReadonlyMap<string, string | null>;

/**
 * Every file of the project that is loaded together with one file, by static imports. `import type` and `import()` load nothing with it.
 * @param entry from the project's root
 */
export function staticImports(root: string, entry: string): Reached {
  const reached = new Map<string, string | null>([[entry, null]]);
  for (const file of reached.keys()) {
    for (const specifier of specifiersIn(join(root, file))) {
      const found = resolve(dirname(join(root, file)), specifier);
      const path = found === null ? null : relative(root, found);
      if (path !== null && !reached.has(path)) reached.set(path, file);
    }
  }
  return reached;
}

/** The import path from the entry to a file, for an error message. */
export function wayTo(reached: Reached, file: string): string {
  const from = reached.get(file) ?? null;
  return from === null ? file : `${wayTo(reached, from)} → ${file}`;
}

function specifiersIn(file: string): string[] {
  if (!/\.tsx?$/.test(file)) return [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly) return [];
    if (ts.isExportDeclaration(statement) && statement.isTypeOnly) return [];
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const from = statement.moduleSpecifier;
    return from !== undefined && ts.isStringLiteral(from) && from.text.startsWith('.') ? [from.text] : [];
  });
}

function resolve(folder: string, specifier: string): string | null {
  const at = join(folder, specifier);
  return [`${at}.ts`, `${at}.tsx`, join(at, 'index.ts'), join(at, 'index.tsx'), at].find((path) => existsSync(path)) ?? null;
}
