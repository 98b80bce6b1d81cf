import * as v from 'valibot';
import { type Expected, faultPath, type ProfileFault, type ProfileFaultCode } from './faults';
import { KEYED_FORMS } from './schema';
import { findTextForm } from './text-forms';

type Issue = v.BaseIssue<unknown>;
type Keys = readonly (string | number)[];

/** The faults of a value's shape. A part or a step that has the key of one form is judged by that form. */
export function toShapeFaults(issue: Issue, before: Keys = []): readonly ProfileFault[] {
  const keys = [...before, ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))];
  if (issue.type === 'union') {
    const inner = findForm(issue.input);
    if (inner !== null) {
      const read = v.safeParse(inner, issue.input);
      if (!read.success) return read.issues.flatMap((one) => toShapeFaults(one, keys));
    }
  }
  const expected = toExpected(issue);
  const found = toFound(issue.input);
  return [
    {
      path: faultPath(keys),
      code: toFaultCode(issue),
      ...(expected === null ? {} : { expected }),
      ...(found === null ? {} : { found }),
    },
  ];
}

function findForm(input: unknown): v.GenericSchema | null {
  if (typeof input !== 'object' || input === null) return null;
  const key = Object.keys(KEYED_FORMS).find((one) => Object.hasOwn(input, one));
  return key === undefined ? null : (KEYED_FORMS[key] ?? null);
}

function toFaultCode({ type, expected, received }: Issue): ProfileFaultCode {
  if (type === 'strict_object') {
    if (expected === 'never') return 'unknown-key';
    return received === 'undefined' ? 'missing' : 'wrong-type';
  }
  if (type === 'regex' || type === 'picklist' || type === 'literal' || type === 'union') return 'wrong-form';
  return /^(?:min|max)_|integer/.test(type) ? 'out-of-range' : 'wrong-type';
}

const TYPES: Readonly<Record<string, Extract<Expected, { kind: 'type' }>['type']>> = {
  string: 'text',
  number: 'number',
  boolean: 'true-or-false',
  array: 'list',
  strict_tuple: 'list',
  record: 'object',
  strict_object: 'object',
  integer: 'whole-number',
};

function toExpected({ type, requirement, expected, input }: Issue): Expected | null {
  if (type === 'strict_object' && (expected === 'never' || input === undefined)) return null;
  const limit = typeof requirement === 'number' ? requirement : null;
  if (limit !== null && type === 'min_value') return { kind: 'at-least', limit };
  if (limit !== null && type === 'max_value') return { kind: 'at-most', limit };
  if (limit !== null && type.startsWith('min_')) return { kind: 'count-at-least', limit };
  if (limit !== null && type.startsWith('max_')) return { kind: 'count-at-most', limit };
  if (type === 'regex') return toFormExpected(requirement);
  if (type === 'union')
    return typeof input === 'object' && input !== null ? { kind: 'one-of', values: namesIn(expected) } : unionForm(input);
  if (type === 'picklist' || type === 'literal') return { kind: 'one-of', values: namesIn(expected) };
  const named = TYPES[type];
  return named === undefined ? null : { kind: 'type', type: named };
}

/** An object without a known key names none of the forms; anything else was meant as bytes. */
function unionForm(input: unknown): Expected {
  return typeof input === 'string' ? { kind: 'form', form: 'hex' } : { kind: 'one-of', values: Object.keys(KEYED_FORMS) };
}

function toFormExpected(requirement: unknown): Expected | null {
  const form = findTextForm(requirement);
  return form === undefined ? null : { kind: 'form', form };
}

/** The literals in what valibot expected, such as `("no" | "timer")`; the keys of all forms when it names none. */
function namesIn(expected: string | null): readonly string[] {
  const literals = expected?.match(/"(?:[^"\\]|\\.)*"|\b\d+\b/g) ?? [];
  const names = literals.map((literal) => String(JSON.parse(literal)));
  return names.length > 0 ? names : Object.keys(KEYED_FORMS);
}

const LONGEST_FOUND = 40;

function toFound(input: unknown): string | null {
  const text = JSON.stringify(input);
  if (text === undefined) return null;
  return text.length <= LONGEST_FOUND ? text : `${text.slice(0, LONGEST_FOUND)}…`;
}
