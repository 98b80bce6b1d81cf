import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** Path from the root for a file of ours, the package's name for anything else. */
  readonly to: string;
  readonly ours: boolean;
  readonly typeOnly: boolean;
}

export interface Source {
  /** Path from the root, with `/`. */
  readonly path: string;
  readonly lines: number;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

const ENDINGS = ['', '.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx'];

/** Every TypeScript file in the folders, with what it imports: static, dynamic, re-exported and in types (`import('…').X`). */
export function readSources(folders: readonly string[], root = ROOT): Source[] {
  return folders.flatMap((folder) => listFiles(join(root, folder))).map((file) => readSource(file, root));
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

function readSource(file: string, root: string): Source {
  const text = readFileSync(file, 'utf8');
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  return {
    path: toPath(relative(root, file)),
    lines: text.trimEnd().split('\n').length,
    text,
    tree,
    imports: findSpecifiers(tree).map(({ specifier, typeOnly }) => ({ ...resolve(specifier, file, root), typeOnly })),
  };
}

/** All nodes below one, in the order of the text. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  // A callback cannot yield, so the children are collected first.
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* walk(child);
}

function findSpecifiers(tree: ts.SourceFile): { specifier: string; typeOnly: boolean }[] {
  const found: { specifier: string; typeOnly: boolean }[] = [];
  for (const node of walk(tree)) {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ specifier: node.moduleSpecifier.text, typeOnly: importsTypesOnly(node) });
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) found.push({ specifier: argument.text, typeOnly: false });
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
      found.push({ specifier: node.argument.literal.text, typeOnly: true });
  }
  return found;
}

function importsTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function resolve(specifier: string, from: string, root: string): { to: string; ours: boolean } {
  if (!/^(\.{1,2}$|(\.{1,2}|[@~]{1,2})\/)/.test(specifier)) return { to: specifier, ours: false };
  const path = specifier.replace(/\?.*$/, '');
  const base = path.startsWith('.') ? join(dirname(from), path) : join(root, path.replace(/^[@~]+\//, ''));
  const file = ENDINGS.map((ending) => base + ending).find(isFile);
  if (file === undefined) throw new Error(`${toPath(relative(root, from))}: cannot resolve ${specifier}`);
  return { to: toPath(relative(root, file)), ours: true };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function toPath(path: string): string {
  return path.replaceAll('\\', '/');
}
