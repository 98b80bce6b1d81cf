/** A field of an unvalidated row; undefined when the row has no own field with that name. */
export function getField(row: unknown, field: string): unknown {
  return typeof row === 'object' && row !== null && Object.hasOwn(row, field) ? Reflect.get(row, field) : undefined;
}
