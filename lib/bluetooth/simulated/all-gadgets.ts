import { simulatedBike } from './bike';
import { simulatedCrossTrainer } from './cross-trainer';
import { simulatedGadgets } from './gadgets';
import type { PeripheralModel } from './model';
import { simulatedBoots } from './recovery/boots';
import { simulatedMassager } from './recovery/massager';
import { simulatedTreadmill } from './treadmill';

/** One of everything that moves, squeezes, warms or shines, to be tried out. */
export function allGadgets(): readonly PeripheralModel[] {
  return [
    ...Object.values(simulatedGadgets).map((make) => make()),
    simulatedBoots(),
    simulatedMassager(),
    simulatedTreadmill(),
    simulatedTreadmill({ dialect: 'kingsmith', address: '5E:B0:00:00:00:1C' }),
    simulatedBike(),
    simulatedCrossTrainer(),
  ];
}
