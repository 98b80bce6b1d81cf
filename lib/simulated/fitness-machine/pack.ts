/**
 * One record as packets of at most `maxBytes`: what does not fit beside `last` (the fields that only the last packet has) goes ahead of it,
 * with "more data". Each of `bundles` stays in one packet.
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
