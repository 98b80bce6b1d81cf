import { type Decoded, decoded, missingBytes, outOfRange, unsupportedFrame } from '../decoded';
import { type Field, fieldBytes, fieldsBytes, readField } from './field';

/** One kind of message: an op code, for some kinds a second byte that distinguishes them, then numbers. */
export interface MessageForm<N extends string = string> {
  readonly op: number;
  readonly second: number | null;
  readonly fields: readonly Field<N>[];
}

/** Messages by kind. If two kinds start with the same bytes, the length decides. */
export type MessageTable = Readonly<Record<string, MessageForm>>;

/** Any message of a table: its kind, and its numbers by name. */
export type MessageOf<T extends MessageTable> = {
  [K in keyof T]: { readonly kind: K } & (T[K] extends MessageForm<infer N> ? { readonly [P in N]: number } : never);
}[keyof T];

export function message(op: number, second?: number): MessageForm<never>;
export function message<N extends string>(op: number, ...fields: readonly Field<N>[]): MessageForm<N>;
export function message(op: number, ...rest: readonly (number | Field | undefined)[]): MessageForm {
  const [first] = rest;
  return { op, second: typeof first === 'number' ? first : null, fields: rest.filter((one) => typeof one === 'object') };
}

/** Throws `RangeError` for numbers that do not fit. */
export function encodeMessage<T extends MessageTable>(table: T, sent: MessageOf<T>): Uint8Array<ArrayBuffer> {
  const form = table[sent.kind];
  if (form === undefined) throw new RangeError(`no such message: ${String(sent.kind)}`);
  const numbers = sent as Readonly<Record<string, unknown>>;
  const values = form.fields.map((one) => fieldBytes(one, Number(numbers[one.name])));
  return Uint8Array.from([form.op, ...(form.second === null ? [] : [form.second]), ...values.flat()]);
}

/** Errors: `too-short`, `truncated`, `out-of-range`, and `unsupported-frame` for an op code that is not in the table. */
export function decodeMessage<T extends MessageTable>(table: T, view: DataView): Decoded<MessageOf<T>> {
  if (view.byteLength < 1) return missingBytes('too-short', 1, 0);
  const op = view.getUint8(0);
  const sisters = Object.entries(table).filter(([, form]) => form.op === op);
  if (sisters.length === 0) return unsupportedFrame(op);
  const needed = (form: MessageForm) => 1 + (form.second === null ? 0 : 1) + fieldsBytes(form.fields);
  const [shortest = 1] = sisters.map(([, form]) => needed(form)).sort((a, b) => a - b);
  if (view.byteLength < shortest) return missingBytes('truncated', shortest, view.byteLength);

  const fitting = sisters.filter(([, form]) => form.second === null || form.second === view.getUint8(1));
  const [kind, form] = fitting.find(([, one]) => needed(one) === view.byteLength) ?? fitting[0] ?? [];
  if (kind === undefined || form === undefined) {
    const seconds = sisters.map(([, one]) => one.second ?? 0);
    return outOfRange(view.getUint8(1), Math.min(...seconds), Math.max(...seconds));
  }
  if (view.byteLength < needed(form)) return missingBytes('truncated', needed(form), view.byteLength);
  const numbers: Record<string, number> = {};
  let at = needed(form) - fieldsBytes(form.fields);
  for (const one of form.fields) {
    const read = readField(one, view, at);
    if (!read.ok) return read;
    numbers[one.name] = read.value ?? 0;
    at += fieldsBytes([one]);
  }
  return decoded({ kind, ...numbers } as MessageOf<T>);
}
