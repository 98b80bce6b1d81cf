import * as v from 'valibot';
import { jsonPath } from '../../core/json-path';
import type { Expected, ProfileFault, ProfileFaultCode } from './faults';
import { KEYED_FORMS } from './schema';
import { findTextForm } from './text-forms';

type Issue = v.BaseIssue<unknown>;
type Keys = readonly (string | number)[];

/**
 * The faults of a value's shape. A part or a step that has the key of one form is judged by that form, and any other choice by the form that
 * the value comes closest to.
 */
export function toShapeFaults(issue: Issue, before: Keys = []): readonly ProfileFault[] {
  const keys = [...before, ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))];
  if (issue.type === 'union') {
    const inner = findForm(issue.input);
    const read = inner === null ? null : v.safeParse(inner, issue.input);
    // Of one object or several, and of one number or a pair, only one form has parts like those that are there.
    const closest = /Array/.test(issue.expected ?? '') ? (issue.issues ?? []).filter(({ path }) => path !== undefined) : [];
    const within = read?.issues ?? closest;
    if (within.length > 0) return within.flatMap((one) => toShapeFaults(one, keys));
  }
  const expected = toExpected(issue);
  const found = toFound(issue.input);
  return [
    {
      path: jsonPath(keys),
      code: toFaultCode(issue),
      ...(expected === null ? {} : { expected }),
      ...(found === null ? {} : { found }),
    },
  ];
}

function findForm(input: unknown): v.GenericSchema | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
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
  if (type === 'union') return CHOICES[expected ?? ''] ?? null;
  if (type === 'picklist' || type === 'literal') return { kind: 'one-of', values: namesIn(expected) };
  const named = TYPES[type];
  return named === undefined ? null : { kind: 'type', type: named };
}

const STEPS = ['write', 'read', 'subscribe', 'pauseMs', 'await', 'ask'];

/** What each choice of forms expects, by the words in which valibot lists them. */
const CHOICES: Readonly<Record<string, Expected>> = {
  // A step.
  Object: { kind: 'one-of', values: STEPS },
  // A part of a frame.
  '(string | Object)': { kind: 'form', form: 'part' },
  // A poll, or several.
  '(Object | Array)': { kind: 'type', type: 'object' },
  // A number that means no value, or the first and last of several.
  '(number | Array)': { kind: 'type', type: 'number' },
  // What a number says of running, or which programme.
  '(boolean | string)': { kind: 'type', type: 'true-or-false' },
};

function toFormExpected(requirement: unknown): Expected | null {
  const form = findTextForm(requirement);
  return form === undefined ? null : { kind: 'form', form };
}

/** The literals in what valibot expected, such as `("no" | "timer")`. */
function namesIn(expected: string | null): readonly string[] {
  const literals = expected?.match(/"(?:[^"\\]|\\.)*"|\b\d+\b/g) ?? [];
  return literals.map((literal) => String(JSON.parse(literal)));
}

const LONGEST_FOUND = 40;

function toFound(input: unknown): string | null {
  const text = JSON.stringify(input);
  if (text === undefined) return null;
  return text.length <= LONGEST_FOUND ? text : `${text.slice(0, LONGEST_FOUND)}…`;
}
