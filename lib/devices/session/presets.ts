import type { SessionPlan, SessionStep, TreatmentClass } from '../../catalogue';
import type { Region } from '../../training';
import type { Capabilities } from '../driver';
import type { Limits } from '../safety/limits';

/**
 * Ready sessions after facts/recovery.md. Each says whose dose it is; a figure that no source gives is `ours`, one that only the user can
 * know must be given.
 */

export interface PresetOf {
  readonly capabilities: Capabilities;
  readonly limits: Limits;
  /** The level by zone that the user said is their usual comfortable one; null: they have not. */
  readonly usual: Readonly<Record<string, number>> | null;
}

export interface Preset {
  readonly id: string;
  readonly class: TreatmentClass;
  readonly modality: SessionPlan['modality'];
  readonly doseOf: SessionPlan['doseOf'];
  /** The lengths that may be chosen, s; the first is meant until another is. Null: the preset's own length. */
  readonly lengthsS: readonly number[] | null;
  /** It cannot be made until the user has set their usual level. */
  readonly needsUsual: boolean;
  steps(of: PresetOf, lengthS: number): readonly SessionStep[];
}

/** Between two muscles, to move the gun: nothing moves. */
const MOVE_S = 15;
/** Both sides together: one region is one muscle to the limit. */
const MUSCLE_S = 2 * 60;

/** Lowest level of every zone that has levels; `on` for those that only know on and off. */
function lowest({ capabilities, limits }: PresetOf): Readonly<Record<string, number>> {
  return Object.fromEntries(
    capabilities.zones.flatMap(({ id, control, toggleOnly }) => {
      const range = limits.levels[id];
      // A level of 0 is off: the lowest that does something is one step above.
      if (range !== undefined) return [[id, range.min > 0 ? range.min : Math.min(range.max, range.step)] as const];
      return control === 'switch' || toggleOnly === true ? [[id, 1] as const] : [];
    }),
  );
}

function gun(regions: readonly Region[], of: PresetOf): readonly SessionStep[] {
  const muscle = (region: Region): SessionStep => ({ levels: lowest(of), seconds: MUSCLE_S, region });
  return regions.flatMap((region, index) => (index === 0 ? [muscle(region)] : [{ seconds: MOVE_S, pause: true }, muscle(region)]));
}

function gunPreset(id: string, regions: readonly Region[]): Preset {
  return {
    id,
    class: 'percussion',
    modality: 'massage-gun',
    doseOf: 'ours',
    lengthsS: null,
    needsUsual: false,
    steps: (of) => gun(regions, of),
  };
}

/** In s. */
export const minutes = (...of: number[]): number[] => of.map((one) => one * 60);

export const PRESETS: readonly Preset[] = [
  gunPreset('gun-calves', ['calves']),
  gunPreset('gun-quads', ['quads']),
  gunPreset('gun-hamstrings', ['hamstrings']),
  gunPreset('gun-legs', ['calves', 'quads', 'hamstrings']),
  {
    // No seed gives a dose; 20–30 min is what trials use, at the level that is usual and comfortable.
    id: 'boots-legs',
    class: 'compression',
    modality: 'pneumatic-compression',
    doseOf: 'trials',
    lengthsS: minutes(20, 25, 30),
    needsUsual: true,
    steps: ({ usual }, seconds) => [{ levels: usual ?? {}, seconds, rampS: 60 }],
  },
  {
    // 630–850 nm is the seeds'; how long, nobody says: ours, and the user's to change.
    id: 'panel',
    class: 'light',
    modality: 'red-light',
    doseOf: 'ours',
    lengthsS: minutes(10, 5, 15, 20),
    needsUsual: false,
    steps: (of, seconds) => [{ levels: lowest(of), seconds }],
  },
  {
    id: 'bed-massage',
    class: 'massage',
    modality: 'bed-massage',
    doseOf: 'ours',
    lengthsS: minutes(15, 10, 20, 30),
    needsUsual: false,
    steps: (of, seconds) => [{ levels: of.usual ?? lowest(of), seconds, rampS: 30 }],
  },
  {
    // Low intensity is the seeds'; 20 min within their 30–60 for a whole day of it, ours.
    id: 'walking-pad',
    class: 'belt',
    modality: 'active-recovery',
    doseOf: 'ours',
    lengthsS: minutes(20, 10, 30, 45, 60),
    needsUsual: false,
    steps: (of, seconds) => [{ levels: of.usual ?? lowest(of), seconds, rampS: 60 }],
  },
];

/** The presets that fit a device. */
export function presetsFor(capabilities: Capabilities): readonly Preset[] {
  return PRESETS.filter((preset) => preset.class === capabilities.class);
}

/** The plan of a preset on a device; null while it lacks the user's usual level. */
export function planFromPreset(preset: Preset, of: PresetOf, lengthS: number = preset.lengthsS?.[0] ?? 0): SessionPlan | null {
  if (preset.needsUsual && of.usual === null) return null;
  const { id, modality, doseOf } = preset;
  return { modality, steps: preset.steps(of, lengthS), doseOf, from: id };
}
