import { ALL_SERVICES } from './all';
import type { ServiceDefinition } from './service';

export { dateReadings, QUANTITIES, type Quantity, type Reading, toReadings } from './reading';
export type { CharacteristicDefinition, LiveSource, MeasuringDevice, ServiceDefinition } from './service';

/** Every GATT service that Rebound can read. */
export const knownServices: readonly ServiceDefinition[] = ALL_SERVICES.flat();
