/**
 * Splits a record into packets of at most `maxBytes`. Fields that do not fit next to `last` (the fields of the last packet only) go into
 * earlier packets marked "more data". Keeps each of `bundles` in one packet.
 */
export function packed<V extends object>(
  encode: (values: V) => Uint8Array,
  last: V,
  bundles: readonly V[],
  maxBytes: number,
): readonly Uint8Array[] {
  const ahead: V[] = [];
  let end = last;
  for (const bundle of bundles) {
    const wider = { ...end, ...bundle };
    if (encode(wider).length <= maxBytes) {
      end = wider;
      continue;
    }
    const open = ahead.at(-1);
    const more = { ...open, ...bundle, moreData: true } as V;
    if (open !== undefined && encode(more).length <= maxBytes) ahead[ahead.length - 1] = more;
    else ahead.push({ ...bundle, moreData: true } as V);
  }
  return [...ahead, end].map(encode);
}
