/** How many inputs a property test tries: few in `npm test`, as many as `npm run soak -- NAME --runs N` says there (scripts/soak.mjs). */
export function soakRuns(short: number): number {
  return Number(process.env.REBOUND_RUNS ?? short);
}
