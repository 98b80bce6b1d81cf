/** Whether a shoe fits; a toy that the mutation run is tried on. */
export function fits(size: number, foot: number): boolean {
  if (foot <= 0) return false;
  return size - foot < 2 && size >= foot;
}
