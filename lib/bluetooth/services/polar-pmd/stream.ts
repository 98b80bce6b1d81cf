/** The streams that Rebound reads, with the numbers that stand for them. */
const numbers = { ecg: 0, acc: 2, ppi: 3 } as const;

/** `ecg` and `acc` of a chest strap, `ppi` (pulse to pulse) of an optical sensor. */
export type PmdStream = keyof typeof numbers;

export const pmdStreams: readonly PmdStream[] = ['ecg', 'acc', 'ppi'];

export function streamNumber(stream: PmdStream): number {
  return numbers[stream];
}

export function findStream(number: number): PmdStream | null {
  return pmdStreams.find((stream) => numbers[stream] === number) ?? null;
}
