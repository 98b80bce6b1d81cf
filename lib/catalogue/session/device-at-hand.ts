import type { DeviceUse } from '../entry';
import type { TreatmentClass } from '../treatment-class';

/** A device for a session: its capabilities and limits. */
export interface DeviceAtHand {
  readonly class: TreatmentClass;
  readonly zones: readonly { readonly id: string; readonly control: 'absolute' | 'relative' | 'switch'; readonly toggleOnly?: boolean }[];
  /** The allowed part of the range of each zone with levels. */
  readonly levels: Readonly<Record<string, { readonly min: number; readonly max: number; readonly step: number }>>;
  /** The user's usual comfortable level by zone; null: not set. */
  readonly usual: Readonly<Record<string, number>> | null;
}

/** The levels of a session on a device; null while the user's usual level is needed but unknown. */
export function findLevels({ level }: DeviceUse, device: DeviceAtHand): Readonly<Record<string, number>> | null {
  if (level === 'lowest') return lowestLevels(device);
  return device.usual ?? (level === 'usual' ? null : lowestLevels(device));
}

/** The lowest level of every zone with levels; `on` for zones with only on and off. */
function lowestLevels({ zones, levels }: DeviceAtHand): Readonly<Record<string, number>> {
  return Object.fromEntries(
    zones.flatMap(({ id, control, toggleOnly }) => {
      const range = levels[id];
      // Level 0 is off, so the lowest level with an effect is one step above.
      if (range !== undefined) return [[id, range.min > 0 ? range.min : Math.min(range.max, range.step)] as const];
      return control === 'switch' || toggleOnly === true ? [[id, 1] as const] : [];
    }),
  );
}
