/** The caller's time: the real clock, or one that a test controls. */
export interface SimulatedTime {
  nowMs(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}
