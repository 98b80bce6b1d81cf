import ts from 'typescript';
import { type Source, walk } from './source';

/** Words with no meaning in this field. Matched as words of a name: `whole` in `wholeDay`, not in `wholesale`. */
const FORBIDDEN =
  / (understud(y|ies)|glances?|desks?|whole|besides|tells of|take in|put away|aside|wants?|oddit(y|ies)|wish(es)?|lowered|circumstances?|boards?|spots?) /;
/** Terms of the field that contain such a word. */
const TERMS = / (desk bike|bike desk|treadmill desk|desk treadmill|whole body|massage spots?) /g;
/**
 * In `lib/`, a name that begins with `load` means training load and may continue with these words. Functions that read begin with `read`.
 */
const AFTER_LOAD: ReadonlySet<string> = new Set([
  '',
  'of',
  'evidence',
  'series',
  'words',
  'input',
  'chart',
  'sd',
  'day',
  'days',
  'source',
  'basis',
  'span',
]);

export interface Name {
  readonly name: string;
  readonly path: string;
}

/** Every name that a file exports and declares itself; a name that is both type and value counts once, a re-export never. */
export function findExports({ path, tree }: Source): Name[] {
  const names = new Set<string>();
  const imported = new Set(tree.statements.filter(ts.isImportDeclaration).flatMap(findImported));
  for (const statement of tree.statements) {
    if (
      ts.isExportDeclaration(statement) &&
      !statement.moduleSpecifier &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      for (const { name, propertyName } of statement.exportClause.elements)
        if (!imported.has((propertyName ?? name).text)) names.add(name.text);
    if (!ts.canHaveModifiers(statement) || !isExported(statement)) continue;
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) for (const one of findBound(name)) names.add(one);
    } else if (isNamed(statement)) names.add(statement.name.text);
  }
  names.delete('default');
  return [...names].map((name) => ({ name, path }));
}

/** Every name that a file declares: variables, parameters, functions, classes, types and their members. */
export function findDeclared({ path, tree }: Source): Name[] {
  const names: string[] = [];
  for (const node of walk(tree)) {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) names.push(...findBound(node.name));
    else if (isNamed(node) || isMember(node)) names.push(node.name.text);
  }
  return [...new Set(names)].map((name) => ({ name, path }));
}

/** Names that more than one file exports, each with the files. */
export function findDuplicates(sources: readonly Source[]): string[] {
  const paths = new Map<string, string[]>();
  for (const { name, path } of sources.flatMap(findExports)) paths.set(name, [...(paths.get(name) ?? []), path]);
  return [...paths].filter(([, { length }]) => length > 1).map(([name, among]) => `${name}: ${among.join(', ')}`);
}

/** Files and declared names that use a forbidden word. */
export function findForbidden(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const inPath = source.path.split('/').map((part) => part.replace(/\.\w+$/, ''));
    const wrong = [...inPath, ...findDeclared(source).map(({ name }) => name)].filter((name) => FORBIDDEN.test(toWords(name)));
    return wrong.map((name) => `${source.path}: ${name}`);
  });
}

/** Functions named after a noun with `Of` (`zoneOf`): a function says what it does (`findZone`, `toZone`). */
export function findNounOf(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, tree }) => {
    const names = [...walk(tree)].filter(isFunctionNamed).map(({ name }) => name.text);
    return names.filter((name) => /^#?[a-z]+Of$/.test(name)).map((name) => `${path}: ${name}`);
  });
}

/** Names in `lib/` that begin with `load` and do not mean training load. */
export function findLoading(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => path.startsWith('lib/'))
    .flatMap(findDeclared)
    .flatMap(({ name, path }) => {
      const [first = '', second = ''] = toWords(name).trim().split(' ');
      return /^load(s|ed|ing|er)?$/.test(first) && !(/^loads?$/.test(first) && AFTER_LOAD.has(second)) ? [`${path}: ${name}`] : [];
    });
}

function findBound(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? findBound(element.name) : []));
}

function findImported({ importClause }: ts.ImportDeclaration): string[] {
  const named = importClause?.namedBindings;
  const elements = named && ts.isNamedImports(named) ? named.elements.map(({ name }) => name.text) : [];
  return importClause?.name ? [importClause.name.text, ...elements] : elements;
}

/** A property or method of a type or class. Keys of an object literal repeat those of its type, so they are left out. */
function isMember(node: ts.Node): node is ts.Node & { readonly name: ts.Identifier | ts.PrivateIdentifier } {
  const declares =
    ts.isPropertySignature(node) || ts.isMethodSignature(node) || ts.isPropertyDeclaration(node) || ts.isMethodDeclaration(node);
  return declares && (ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name));
}

function isFunctionNamed(node: ts.Node): node is ts.Node & { readonly name: ts.Identifier | ts.PrivateIdentifier } {
  if (ts.isFunctionDeclaration(node)) return node.name !== undefined;
  if (ts.isMethodDeclaration(node) || ts.isMethodSignature(node)) return isMember(node);
  const value = ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) ? node.initializer : undefined;
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
}

function isNamed(node: ts.Node): node is ts.Node & { readonly name: ts.Identifier } {
  const declares =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node);
  return declares && node.name !== undefined;
}

/** `export default` gives no name. */
function isExported(node: ts.HasModifiers): boolean {
  const kinds = ts.getModifiers(node)?.map(({ kind }) => kind) ?? [];
  return kinds.includes(ts.SyntaxKind.ExportKeyword) && !kinds.includes(ts.SyntaxKind.DefaultKeyword);
}

function toWords(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase();
  return ` ${words.trim()} `.replace(TERMS, ' ');
}
