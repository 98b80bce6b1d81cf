/** The rows and columns of the fault matrix, and the devices that it is run on. */

/** What a person is doing with the device when the fault comes. */
export const PHASES = [
  'choosing',
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
  /** It takes stops, does not obey them, and says that it rests. */
  'device-lies-rests',
  /** It obeys, and says that it runs. */
  'device-lies-runs',
  'tab-killed',
  /** The browser ends the background as it takes the stop of another surface. */
  'worker-killed',
  'database-damaged',
  'disk-full',
  'clock-back',
  'clock-forward',
  'suspended',
  /** The stop comes from a second app tab, as from the popup, the side panel and the card. */
  'second-tab',
  /** A script in a page forges messages all the while. */
  'page-attacks',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Faults in which the person presses Stop on another surface than the app tab that owns Bluetooth. */
export const PRESSED_ELSEWHERE: ReadonlySet<Fault> = new Set(['worker-killed', 'second-tab', 'page-attacks']);

/**
 * One device without a timer of its own, and one with. Frames are in hex, from the sources that the profiles name. `setUp`: written to
 * each new link. `telling`: the byte of its reports that says whether it runs; null for a device that reports nothing.
 */
export const DEVICES = {
  'jensen-bed': {
    modality: 'bed-massage',
    levels: { head: 3, foot: 3 },
    reduced: { zone: 'head', level: 1 },
    step: 1,
    stop: '120000000000',
    setUp: ['1e0300060000', '10ff00000000', '0a0000000000'],
    telling: null,
  },
  'bedjet-3': {
    modality: 'thermal',
    levels: { fan: 20 },
    reduced: { zone: 'fan', level: 5 },
    step: 5,
    stop: '0101',
    setUp: [],
    telling: { at: 9, rests: 0, runs: 1 },
  },
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
