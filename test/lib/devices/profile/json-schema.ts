import type * as v from 'valibot';

export type JsonSchema = { readonly [key: string]: unknown };

/** The kinds of valibot schema that the profile's schema uses. */
interface Node {
  readonly type: string;
  readonly pipe?: readonly Node[];
  readonly requirement?: unknown;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly options?: readonly (Node | string)[];
  readonly item?: Node;
  readonly items?: readonly Node[];
  readonly key?: Node;
  readonly value?: Node;
  readonly wrapped?: Node;
  readonly literal?: unknown;
}

/** A valibot schema as JSON Schema 2020-12, with `parts` in `$defs`. Throws for kinds that the profile's schema does not use. */
export function toJsonSchema(schema: v.GenericSchema, parts: Readonly<Record<string, v.GenericSchema>>): JsonSchema {
  const names = new Map(Object.entries(parts).map(([name, part]) => [part as unknown as Node, name]));
  const convert = (node: Node): JsonSchema => {
    const name = names.get(node);
    return name === undefined ? inline(node) : { $ref: `#/$defs/${name}` };
  };
  const inline = (node: Node): JsonSchema => {
    const [, ...actions] = node.pipe ?? [];
    return Object.assign({}, bare(node, convert), ...actions.map(action));
  };
  const definitions = [...names].map(([node, name]) => [name, inline(node)] as const);
  return { ...convert(schema as unknown as Node), $defs: Object.fromEntries(definitions) };
}

function bare(node: Node, convert: (node: Node) => JsonSchema): JsonSchema {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: node.type };
    case 'literal':
      return { const: node.literal };
    case 'picklist':
      return { enum: node.options };
    case 'array':
      return { type: 'array', items: convert(part(node.item)) };
    case 'strict_tuple': {
      const items = node.items ?? [];
      return { type: 'array', prefixItems: items.map((item) => convert(item)), minItems: items.length, maxItems: items.length };
    }
    case 'union':
      return { anyOf: (node.options ?? []).map((option) => convert(part(option))) };
    case 'record':
      return { type: 'object', propertyNames: convert(part(node.key)), additionalProperties: convert(part(node.value)) };
    case 'exact_optional':
      return convert(part(node.wrapped));
    case 'strict_object': {
      const entries = Object.entries(node.entries ?? {});
      return {
        type: 'object',
        properties: Object.fromEntries(entries.map(([key, value]) => [key, convert(value)])),
        required: entries.filter(([, { type }]) => type !== 'exact_optional').map(([key]) => key),
        additionalProperties: false,
      };
    }
    default:
      throw new Error(`no JSON Schema for ${node.type}`);
  }
}

function action({ type, requirement }: Node): JsonSchema {
  switch (type) {
    case 'regex':
      return { pattern: requirement instanceof RegExp ? requirement.source : '' };
    case 'integer':
      return { type: 'integer' };
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'min_length':
      return { minItems: requirement };
    case 'max_length':
      return { maxItems: requirement };
    case 'min_entries':
      return { minProperties: requirement };
    case 'max_entries':
      return { maxProperties: requirement };
    default:
      throw new Error(`no JSON Schema for ${type}`);
  }
}

function part(node: Node | string | undefined): Node {
  if (node === undefined || typeof node === 'string') throw new Error('a part is missing');
  return node;
}

/** Whether a value is valid by the keywords of JSON Schema that `toJsonSchema` uses, written from the specification. */
export function isValid(schema: JsonSchema, value: unknown, root = schema): boolean {
  return Object.entries(schema).every(([word, wanted]) => obeys(word, wanted, value, schema, root));
}

function obeys(word: string, wanted: unknown, value: unknown, schema: JsonSchema, root: JsonSchema): boolean {
  const valid = (inner: unknown, one: unknown) => isValid(inner as JsonSchema, one, root);
  const list = Array.isArray(value) ? value : null;
  const object = typeof value === 'object' && value !== null && list === null ? (value as Readonly<Record<string, unknown>>) : null;
  const number = typeof value === 'number' ? value : null;
  switch (word) {
    case '$schema':
    case '$defs':
    case 'title':
    case 'description':
    // With `additionalProperties`.
    case 'properties':
      return true;
    case '$ref':
      return valid((root.$defs as JsonSchema)[String(wanted).replace('#/$defs/', '')], value);
    case 'type':
      if (wanted === 'integer') return Number.isInteger(value);
      if (wanted === 'array') return list !== null;
      return wanted === 'object' ? object !== null : typeof value === wanted;
    case 'const':
      return value === wanted;
    case 'enum':
      return (wanted as unknown[]).includes(value);
    case 'pattern':
      return typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value);
    case 'minimum':
      return number === null || number >= Number(wanted);
    case 'maximum':
      return number === null || number <= Number(wanted);
    case 'minItems':
      return list === null || list.length >= Number(wanted);
    case 'maxItems':
      return list === null || list.length <= Number(wanted);
    case 'items':
      return list === null || list.every((item) => valid(wanted, item));
    case 'prefixItems':
      return list === null || list.every((item, i) => valid((wanted as unknown[])[i] ?? {}, item));
    case 'minProperties':
      return object === null || Object.keys(object).length >= Number(wanted);
    case 'maxProperties':
      return object === null || Object.keys(object).length <= Number(wanted);
    case 'propertyNames':
      return object === null || Object.keys(object).every((key) => valid(wanted, key));
    case 'required':
      return object === null || (wanted as string[]).every((key) => Object.hasOwn(object, key));
    case 'additionalProperties': {
      const known = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
      if (object === null) return true;
      return Object.entries(object).every(([key, inner]) => {
        if (Object.hasOwn(known, key)) return valid(known[key] ?? {}, inner);
        return wanted !== false && valid(wanted, inner);
      });
    }
    case 'anyOf':
      return (wanted as unknown[]).some((option) => valid(option, value));
    default:
      throw new Error(`unknown word ${word}`);
  }
}
