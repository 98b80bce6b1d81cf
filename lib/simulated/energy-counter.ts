import { ENERGY_SATURATED } from '../bluetooth/services/heart-rate';
import { HOUR_MS } from '../core/time';

/** Energy changes slowly, so sensors put it only into some packets. */
const EVERY_PACKETS = 10;

/** Counts energy for a heart-rate sensor, or nothing at all when given `null`. */
export function energyCounter(energy: { readonly startKj: number; readonly kjPerHour: number } | null) {
  let sinceMs: number | null = null;
  let startKj = energy?.startKj ?? 0;
  let packets = 0;
  return {
    /** What the packet sent now has in its energy field, in kJ, or `null` for no field. Stays at 65535 when it gets there. */
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
