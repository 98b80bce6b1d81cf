import { ENERGY_SATURATED } from '../bluetooth/services/heart-rate';
import { HOUR_MS } from '../core/time';

/** Energy changes slowly, so sensors put it into only some packets. */
const EVERY_PACKETS = 10;

/** Counts energy for a heart-rate sensor; `null` counts none. */
export function energyCounter(energy: { readonly startKj: number; readonly kjPerHour: number } | null) {
  let sinceMs: number | null = null;
  let startKj = energy?.startKj ?? 0;
  let packets = 0;
  return {
    /** The energy field of the packet being sent, kJ, or `null` for no field. Stays at 65535 once reached. */
    next(atMs: number): number | null {
      sinceMs ??= atMs;
      if (energy === null || packets++ % EVERY_PACKETS !== 0) return null;
      return Math.min(ENERGY_SATURATED, Math.floor(startKj + ((atMs - sinceMs) / HOUR_MS) * energy.kjPerHour));
    },
    reset(atMs: number): void {
      sinceMs = atMs;
      startKj = 0;
    },
  };
}
