import type { DeviceUse } from '../entry';
import type { TreatmentClass } from '../treatment-class';

/** A device that may carry a session out: what it can do and may be asked. */
export interface DeviceAtHand {
  readonly class: TreatmentClass;
  readonly zones: readonly { readonly id: string; readonly control: 'absolute' | 'relative' | 'switch'; readonly toggleOnly?: boolean }[];
  /** What is allowed of the range of each zone that has levels. */
  readonly levels: Readonly<Record<string, { readonly min: number; readonly max: number; readonly step: number }>>;
  /** The level by zone that the user said is their usual comfortable one; null: they have not. */
  readonly usual: Readonly<Record<string, number>> | null;
}

/** The levels that a session is given on a device; null while the user's usual level is needed and not known. */
export function findLevels({ level }: DeviceUse, device: DeviceAtHand): Readonly<Record<string, number>> | null {
  if (level === 'lowest') return lowestLevels(device);
  return device.usual ?? (level === 'usual' ? null : lowestLevels(device));
}

/** Lowest level of every zone that has levels; `on` for those that only know on and off. */
function lowestLevels({ zones, levels }: DeviceAtHand): Readonly<Record<string, number>> {
  return Object.fromEntries(
    zones.flatMap(({ id, control, toggleOnly }) => {
      const range = levels[id];
      // A level of 0 is off: the lowest that does something is one step above.
      if (range !== undefined) return [[id, range.min > 0 ? range.min : Math.min(range.max, range.step)] as const];
      return control === 'switch' || toggleOnly === true ? [[id, 1] as const] : [];
    }),
  );
}
