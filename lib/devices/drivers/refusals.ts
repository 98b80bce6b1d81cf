import { type DeviceReason, DriverFault } from '../driver';

/** What a control point answers, of both the Fitness Machine Service and the Open Recovery Profile. */
const REASONS: Readonly<Partial<Record<string, DeviceReason>>> = {
  unsupported: 'unknown-command',
  'bad-parameter': 'bad-value',
  failed: 'not-now',
  'not-permitted': 'no-control',
  'no-timer': 'not-now',
  fault: 'fault',
};

/** The fault of a command that the device answered with this result. */
export function refusedByDevice(what: string, result: string): DriverFault {
  return new DriverFault('refused-by-device', `${what}: ${result}`, { reason: REASONS[result] ?? 'unclear' });
}
