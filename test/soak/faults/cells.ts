/** The rows and columns of the fault matrix, and the devices that it is run on. */

/** What a person is doing with the device when the fault comes. */
export const PHASES = [
  'connecting',
  'set-up',
  'start',
  'running',
  'paused',
  'stopping',
  'lost',
  'reconnecting',
  'app-closed',
  'app-reopened',
] as const;
export type Phase = (typeof PHASES)[number];

export const FAULTS = [
  'none',
  'link-lost',
  'write-hangs',
  'every-write-hangs',
  'write-fails',
  'device-silent',
  'tab-killed',
  'database-damaged',
  'disk-full',
  'clock-back',
  'clock-forward',
  'suspended',
] as const;
export type Fault = (typeof FAULTS)[number];

/** One device without a timer of its own, and one with. */
export const DEVICES = {
  'jensen-bed': { modality: 'bed-massage', levels: { head: 3, foot: 3 } },
  'bedjet-3': { modality: 'thermal', levels: { fan: 20 } },
} as const;
export type DeviceId = keyof typeof DEVICES;

export interface Cell {
  readonly device: DeviceId;
  readonly phase: Phase;
  readonly fault: Fault;
}

export function listCells(): Cell[] {
  return (Object.keys(DEVICES) as DeviceId[]).flatMap((device) =>
    PHASES.flatMap((phase) => FAULTS.map((fault) => ({ device, phase, fault }))),
  );
}
