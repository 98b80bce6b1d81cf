import type { Telemetry } from './driver';

/** What is known after a report, which may hold some of the zones. */
export function mergeReport(before: Telemetry, { levels, pressureMmHg, ...rest }: Telemetry): Telemetry {
  return {
    ...before,
    ...rest,
    ...(levels === undefined ? {} : { levels: { ...before.levels, ...levels } }),
    ...(pressureMmHg === undefined ? {} : { pressureMmHg: { ...before.pressureMmHg, ...pressureMmHg } }),
  };
}
