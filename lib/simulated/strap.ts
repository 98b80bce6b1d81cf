import type { DeviceText } from '../bluetooth/services/device-information';
import { heartRateUuids } from '../bluetooth/services/heart-rate';
import { type BatteryOptions, batteryPart } from './battery-part';
import { deviceInformationPart } from './device-information-part';
import type { HeartRateOptions } from './heart-rate-options';
import { heartRatePart } from './heart-rate-part';
import type { PeripheralModel } from './model';
import { peripheral } from './peripheral';

export interface StrapOptions extends HeartRateOptions {
  readonly name?: string;
  readonly address?: string;
  /** Default: 90 %, constant. */
  readonly battery?: BatteryOptions;
  /** Texts of the Device Information service; each replaces its default. */
  readonly information?: Partial<Readonly<Record<DeviceText, string>>>;
}

const INFORMATION = { manufacturer: 'Rebound', model: 'Simulated strap', firmware: '1.0.0', hardware: '1' } as const;

/** A heart-rate strap: Heart Rate, Battery and Device Information services. Deterministic: same options and calls, same packets. */
export function simulatedStrap(options: StrapOptions): PeripheralModel {
  return peripheral(
    {
      address: options.address ?? '5E:B0:00:00:00:01',
      name: options.name ?? 'Simulated strap',
      advertised: [heartRateUuids.service],
    },
    [
      heartRatePart(options),
      batteryPart(options.battery ?? { startPct: 90, drainPctPerHour: 0 }),
      deviceInformationPart({ ...INFORMATION, ...options.information }),
    ],
  );
}
