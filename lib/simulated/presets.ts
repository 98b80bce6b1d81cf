import type { PeripheralModel } from './model';
import { type HeartOptions, physiologicalRr } from './physiology';
import { withFaults } from './rr-faults';
import { simulatedStrap } from './strap';

/**
 * The strap of demo mode: a rested athlete at about 52 bpm with an RMSSD of about 60 ms, and in most checks one or two faults. Its beats
 * start at the first connection and never end.
 * @param paced the pacer that its wearer follows, if any
 */
export function demoStrap(seed: number, paced?: HeartOptions['paced']): PeripheralModel {
  const heart = physiologicalRr({ seed, meanHrBpm: 52, rmssdMs: 60, breathsPerMin: 13, ...(paced === undefined ? {} : { paced }) });
  return simulatedStrap({
    name: 'Rebound demo strap',
    address: '5E:B0:00:00:DE:30',
    rr: withFaults(heart, { seed, noiseMs: 0.5, chance: { ectopic: 0.006, missed: 0.004 } }),
    battery: { startPct: 87, drainPctPerHour: 0.5 },
    information: { model: 'Demo strap' },
  });
}
