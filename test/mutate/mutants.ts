import ts from 'typescript';
import { walk } from '../rooms/source';

/** One small change to a file. */
export interface Mutant {
  readonly path: string;
  readonly line: number;
  /** Description for the reader: `< became <=`. */
  readonly mutation: string;
  /** The text from `start` to `end` becomes `text`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Edit = readonly [node: { getStart(): number; getEnd(): number }, text: string];

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['===', '!=='],
  ['!==', '==='],
  ['&&', '||'],
  ['||', '&&'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
]);
const METHODS: ReadonlySet<string> = new Set(['filter', 'sort', 'toSorted', 'reverse', 'slice']);
const PLAIN_ERRORS: ReadonlySet<string> = new Set(['Error', 'TypeError', 'RangeError']);
const EXTREMES: ReadonlyMap<string, string> = new Map([
  ['max', 'min'],
  ['min', 'max'],
]);

/** Every change that a test should notice: operators, numbers, booleans, strings, array elements, statements, filters and extremes. */
export function listMutants(path: string, text: string): Mutant[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const strings = [...new Set([...walk(tree)].filter(isStringValue).map((node) => node.text))];
  const edits = [...walkValues(tree)].flatMap((node) => editNode(node, strings));
  return edits.map(([node, replacement]) => {
    const [start, end] = [node.getStart(), node.getEnd()];
    const line = tree.getLineAndCharacterOfPosition(start).line + 1;
    return { path, line, mutation: `${shorten(text.slice(start, end))} became ${shorten(replacement)}`, start, end, text: replacement };
  });
}

export function applyMutant(text: string, { start, end, text: replacement }: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** All nodes that run: not types, imports and re-exports. */
function* walkValues(node: ts.Node): Generator<ts.Node> {
  if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return;
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* walkValues(child);
}

function editNode(node: ts.Node, strings: readonly string[]): Edit[] {
  if (ts.isBinaryExpression(node)) return editOperator(node);
  if (ts.isNumericLiteral(node)) return editNumber(node);
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken ? [[node, node.operand.getText()]] : [];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, 'false']];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, 'true']];
  if (ts.isArrayLiteralExpression(node)) return editArray(node);
  if (ts.isCallExpression(node)) return editCall(node);
  if (ts.isExpressionStatement(node)) return [[node, ';']];
  if (ts.isIfStatement(node)) return editExit(node);
  if (isStringValue(node)) return editString(node, strings);
  return [];
}

function editOperator({ operatorToken }: ts.BinaryExpression): Edit[] {
  const other = OPERATORS.get(operatorToken.getText());
  return other === undefined ? [] : [[operatorToken, other]];
}

function editNumber(node: ts.NumericLiteral): Edit[] {
  if ('name' in node.parent && node.parent.name === node) return [];
  const value = Number(node.text);
  return [
    [node, `${value + 1}`],
    [node, value === 0 ? '(-1)' : `${value - 1}`],
  ];
}

/** Each element removed. Destructuring assignments are not lists. */
function editArray(node: ts.ArrayLiteralExpression): Edit[] {
  if (ts.isBinaryExpression(node.parent) && node.parent.left === node) return [];
  return node.elements.map((left) => [
    node,
    `[${node.elements
      .filter((one) => one !== left)
      .map((one) => one.getText())
      .join(', ')}]`,
  ]);
}

function editCall({ expression }: ts.CallExpression): Edit[] {
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const { name, parent } = expression;
  const extreme = expression.expression.getText() === 'Math' ? EXTREMES.get(name.text) : undefined;
  if (extreme !== undefined) return [[name, extreme]];
  return METHODS.has(name.text) ? [[parent, expression.expression.getText()]] : [];
}

/** An early exit removed. */
function editExit(node: ts.IfStatement): Edit[] {
  const { thenStatement: then, elseStatement } = node;
  const [only] = ts.isBlock(then) ? then.statements : [then];
  const leaves =
    only && (ts.isReturnStatement(only) || ts.isContinueStatement(only) || ts.isBreakStatement(only) || ts.isThrowStatement(only));
  return leaves && !elseStatement ? [[node, ';']] : [];
}

/** The next other string of the file, to replace one code by another. */
function editString(node: ts.StringLiteralLike, strings: readonly string[]): Edit[] {
  const at = strings.indexOf(node.text);
  const other = strings[(at + 1) % strings.length];
  return [[node, JSON.stringify(other === undefined || other === node.text ? `not ${node.text}` : other)]];
}

/** A string that is a value, not a file name, a key or a type. */
function isStringValue(node: ts.Node): node is ts.StringLiteralLike {
  if (!ts.isStringLiteralLike(node)) return false;
  const { parent } = node;
  if (isErrorMessage(parent)) return false;
  if (ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return false;
  return !('name' in parent && parent.name === node);
}

/** The message of a plain error is for engineers; users see the screen's text for its kind. */
function isErrorMessage(node: ts.Node): boolean {
  return ts.isNewExpression(node) && ts.isIdentifier(node.expression) && PLAIN_ERRORS.has(node.expression.text);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
