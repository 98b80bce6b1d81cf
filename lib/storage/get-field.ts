/** A field of a row that nobody has judged yet; undefined where the row has none of its own by that name. */
export function getField(row: unknown, field: string): unknown {
  return typeof row === 'object' && row !== null && Object.hasOwn(row, field) ? Reflect.get(row, field) : undefined;
}
