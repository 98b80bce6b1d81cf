import { type Decoded, decoded, missingBytes } from '../decoded';
import { decodeNumber, encodeNumber } from '../number-format';
import { type Field, fieldBytes, fieldsBytes, readField } from './field';

/** Fields that one bit of the flags announces together. */
export interface Group<N extends string = string> {
  readonly bit: number;
  readonly fields: readonly Field<N>[];
}

/**
 * Layout of one data characteristic: flags, then the fields of each announced group, in this order. Group 0 is present if its bit is 0:
 * that bit means "more data follows in another packet", and only the last packet of a record has these fields.
 */
export interface Layout<N extends string = string> {
  readonly flags: 'u16' | 'u24';
  readonly groups: readonly Group<N>[];
}

/** One packet, or the joined packets of one record. `null` for what the machine does not send or marks as not available. */
export type MachineData<N extends string> = Readonly<Record<N, number | null>> & {
  /** The record continues in the next packet: see `joinPackets`. */
  readonly moreData: boolean;
  /** More bytes followed than the known flags announce. The fields before them are valid. */
  readonly trailingBytes: boolean;
};

/** The names of the fields of a layout. */
export type FieldOf<L> = L extends Layout<infer N> ? N : never;

export function group<N extends string>(bit: number, ...fields: readonly Field<N>[]): Group<N> {
  return { bit, fields };
}

/**
 * Reads a packet by the layout whose length exactly fits its flags, or by the first if none does: makers differ in the width of some
 * fields, and only the length shows which one it is. Also returns the flags. Errors: `too-short` without complete flags, `truncated`,
 * `out-of-range`.
 */
export function decodeLayout<N extends string>(
  view: DataView,
  layouts: readonly [Layout<N>, ...Layout<N>[]],
): Decoded<{ readonly data: MachineData<N>; readonly flags: number }> {
  const [first] = layouts;
  const flagBytes = first.flags === 'u16' ? 2 : 3;
  if (view.byteLength < flagBytes) return missingBytes('too-short', flagBytes, view.byteLength);
  const flags = decodeNumber(view, 0, first.flags);
  const needed = (layout: Layout<N>) => flagBytes + fieldsBytes(layout.groups.flatMap((one) => (isIn(one, flags) ? one.fields : [])));
  const layout = layouts.find((one) => needed(one) === view.byteLength) ?? first;
  if (needed(layout) > view.byteLength) return missingBytes('truncated', needed(layout), view.byteLength);

  const values: Record<string, number | null> = {};
  let at: number = flagBytes;
  for (const { bit, fields } of layout.groups) {
    for (const one of fields) {
      values[one.name] = null;
      if (!isIn({ bit }, flags)) continue;
      const read = readField(one, view, at);
      if (!read.ok) return read;
      values[one.name] = read.value;
      at += fieldsBytes([one]);
    }
  }
  const data = { ...(values as Record<N, number | null>), moreData: (flags & 1) === 1, trailingBytes: at < view.byteLength };
  return decoded({ data, flags });
}

/**
 * Encodes a packet of this layout. Sends a group if one of its values is not `null`, and the other values of that group as "not available".
 * Throws `RangeError` for values that do not fit, and if group 0 is incomplete without `moreData`.
 */
export function encodeLayout<N extends string>(
  values: Partial<Readonly<Record<NoInfer<N>, number | null>>>,
  layout: Layout<N>,
  options: { readonly moreData?: boolean | undefined; readonly extraFlags?: number } = {},
): Uint8Array<ArrayBuffer> {
  const sent = layout.groups.filter(({ bit, fields }) =>
    bit === 0 ? options.moreData !== true : fields.some(({ name }) => (values[name] ?? null) !== null),
  );
  const flags = sent.reduce((sum, { bit }) => (bit === 0 ? sum : sum + 2 ** bit), (options.moreData ? 1 : 0) + (options.extraFlags ?? 0));
  const bytes = sent.flatMap(({ fields }) => fields.flatMap((one) => fieldBytes(one, values[one.name] ?? null)));
  return Uint8Array.from([...encodeNumber(flags, layout.flags), ...bytes]);
}

function isIn({ bit }: Pick<Group, 'bit'>, flags: number): boolean {
  return ((flags >> bit) & 1) === (bit === 0 ? 0 : 1);
}
