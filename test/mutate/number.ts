const QUERY = /\?mutant=(\d+)$/;

/** The module id of a file for one mutant. */
export function addNumber(file: string, number: number): string {
  return `${file}?mutant=${number}`;
}

/** The mutant's number in an id; null for an unchanged file. */
export function readNumber(id: string): number | null {
  const found = QUERY.exec(id)?.[1];
  return found === undefined ? null : Number(found);
}

/** The file of an id. */
export function withoutNumber(id: string): string {
  return id.replace(QUERY, '');
}
