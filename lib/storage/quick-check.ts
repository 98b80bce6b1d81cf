import { type GenericSchema, is } from 'valibot';

/**
 * A fast check whether a value fits a schema. Before a screen appears, thousands of rows are checked, and valibot creates an object for
 * every part of each. The check is derived from the schema, so that the two cannot differ: `true` is certain; otherwise valibot decides.
 */
export function toQuickCheck(schema: GenericSchema): (value: unknown) => boolean {
  const quick = compile(schema as unknown as Described);
  return quick === null ? (value) => is(schema, value) : (value) => quick(value) || is(schema, value);
}

/** The parts of a schema, and of the actions in its pipe, that this file reads: those that valibot documents. */
interface Described {
  readonly type: string;
  readonly pipe?: readonly Described[];
  readonly entries?: Readonly<Record<string, Described>>;
  readonly item?: Described;
  readonly wrapped?: Described;
  readonly value?: Described;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly check?: (value: unknown) => boolean;
  readonly requirement?: unknown;
  readonly key?: Described | string;
}

type Check = (value: unknown) => boolean;

/** Null for a schema that it does not know. */
function compile(schema: Described): Check | null {
  const { pipe } = schema;
  if (pipe !== undefined) {
    const checks = pipe.map((part, place) => (place === 0 ? compile(part) : compileAction(part)));
    return every(checks);
  }
  return compileType(schema);
}

function compileType(schema: Described): Check | null {
  switch (schema.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return (value) => typeof value === 'number' && !Number.isNaN(value);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'unknown':
      return () => true;
    case 'literal':
      return (value) => value === schema.literal;
    case 'picklist': {
      const options = new Set(schema.options);
      return (value) => options.has(value);
    }
    case 'custom':
      return schema.check ?? null;
    case 'nullable':
      return orElse(schema.wrapped, (value) => value === null);
    case 'object':
      return compileObject(schema);
    case 'array': {
      const item = schema.item === undefined ? null : compile(schema.item);
      return item === null ? null : (value) => Array.isArray(value) && value.every(item);
    }
    case 'record': {
      const item = schema.value === undefined ? null : compile(schema.value);
      const anyKey = typeof schema.key === 'object' && schema.key.type === 'string' && schema.key.pipe === undefined;
      return item === null || !anyKey ? null : (value) => isObject(value) && Object.values(value).every(item);
    }
    case 'variant':
      return compileVariant(schema);
    default:
      return null;
  }
}

function compileObject({ entries = {} }: Described): Check | null {
  const fields: { readonly name: string; readonly mayLack: boolean; readonly fits: Check }[] = [];
  for (const [name, schema] of Object.entries(entries)) {
    const mayLack = schema.type === 'exact_optional';
    const fits = mayLack ? schema.wrapped && compile(schema.wrapped) : compile(schema);
    if (!fits) return null;
    fields.push({ name, mayLack, fits });
  }
  return (value) => {
    if (!isObject(value)) return false;
    for (const { name, mayLack, fits } of fields) {
      const field = value[name];
      if (field === undefined && mayLack && !(name in value)) continue;
      if (!fits(field)) return false;
      // Valibot requires a field of any type to be present.
      if (field === undefined) return false;
    }
    return true;
  };
}

function compileVariant({ options = [] }: Described): Check | null {
  const checks = options.map((option) => compile(option as Described));
  const known = checks.filter((check) => check !== null);
  return known.length < checks.length ? null : (value) => known.some((check) => check(value));
}

function compileAction({ type, requirement }: Described): Check | null {
  switch (type) {
    case 'min_value':
      return (value) => (value as number) >= (requirement as number);
    case 'max_value':
      return (value) => (value as number) <= (requirement as number);
    case 'gt_value':
      return (value) => (value as number) > (requirement as number);
    case 'safe_integer':
      return Number.isSafeInteger;
    case 'min_length':
      return (value) => (value as string).length >= (requirement as number);
    case 'check':
      return requirement as Check;
    default:
      return null;
  }
}

function orElse(wrapped: Described | undefined, other: Check): Check | null {
  const fits = wrapped === undefined ? null : compile(wrapped);
  return fits === null ? null : (value) => other(value) || fits(value);
}

function every(checks: readonly (Check | null)[]): Check | null {
  const known = checks.filter((check) => check !== null);
  if (known.length < checks.length) return null;
  const [first, second, third] = known;
  if (known.length === 3 && first && second && third) return (value) => first(value) && second(value) && third(value);
  return (value) => known.every((check) => check(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
