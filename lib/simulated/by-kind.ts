import { simulatedBike } from './bike';
import { simulatedCrossTrainer } from './cross-trainer';
import { framedDevices } from './framed';
import type { PeripheralModel } from './model';
import { simulatedBoots } from './recovery/boots';
import { simulatedMassager } from './recovery/massager';
import { simulatedTreadmill } from './treadmill';

/** Simulated devices that users can try, by the id of their driver. */
export const simulatedByKind: Readonly<Record<string, () => PeripheralModel>> = {
  ...framedDevices,
  'open-recovery-compression': () => simulatedBoots(),
  'open-recovery-massage': () => simulatedMassager(),
  'ftms-treadmill': () => simulatedTreadmill(),
  'ftms-bike': () => simulatedBike(),
  'ftms-cross-trainer': () => simulatedCrossTrainer(),
  // One address for each: users may try several at once.
  'kingsmith-ftms': () => simulatedTreadmill({ dialect: 'kingsmith', address: '5E:B0:00:00:00:12' }),
  'citysports-treadmill': () => simulatedTreadmill({ dialect: 'citysports-linker', address: '5E:B0:00:00:00:13' }),
};
