/**
 * Joins the packets of one record. Pass `pending` (`null` at first) and the next packet. `complete` is a complete record, if any; pass the
 * returned `pending` to the next call. A packet that repeats a pending field starts a new record: the end of the old one was lost, so its
 * partial data are returned, unless the new packet is complete by itself. Start with `null` again after every reconnect.
 */
export function joinPackets<T extends { readonly moreData: boolean }>(
  pending: T | null,
  next: T,
): { readonly complete: T | null; readonly pending: T | null } {
  const repeats = pending !== null && Object.entries(next).some(([key, value]) => typeof value === 'number' && isNumber(pending, key));
  const joined = pending === null || repeats ? next : join(pending, next);
  if (!next.moreData) return { complete: joined, pending: null };
  return { complete: repeats ? pending : null, pending: joined };
}

function join<T extends object>(older: T, newer: T): T {
  const known = Object.entries(newer).filter(([, value]) => value !== null);
  return { ...older, ...Object.fromEntries(known) };
}

function isNumber(record: object, key: string): boolean {
  return typeof (record as Record<string, unknown>)[key] === 'number';
}
