const QUERY = /\?mutant=(\d+)$/;

/** The id of a file as one mutant has it. */
export function addNumber(file: string, number: number): string {
  return `${file}?mutant=${number}`;
}

/** The number in an id; null for a file that no mutant changes. */
export function readNumber(id: string): number | null {
  const found = QUERY.exec(id)?.[1];
  return found === undefined ? null : Number(found);
}

/** The file of an id. */
export function withoutNumber(id: string): string {
  return id.replace(QUERY, '');
}
