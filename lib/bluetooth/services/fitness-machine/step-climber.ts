import { type Decoded, decoded } from '../decoded';
import { field } from './field';
import { elapsedS, energy, hrBpm, met, pairedU16, remainingS } from './fields';
import { decodeLayout, encodeLayout, type FieldOf, group, type MachineData } from './layout';

const layout = {
  flags: 'u16' as const,
  groups: [
    group(0, pairedU16('floors'), pairedU16('steps')),
    group(1, field('stepsPerMin', 'u16', { max: 1000 })),
    group(2, field('averageStepsPerMin', 'u16', { max: 1000 })),
    group(3, field('climbM', 'u16')),
    group(4, ...energy),
    group(5, hrBpm),
    group(6, met),
    group(7, elapsedS),
    group(8, remainingS),
  ],
};

/** Units as in `TreadmillData`. */
export type StepClimberData = MachineData<FieldOf<typeof layout>>;

/** Reads Step Climber Data (2ACF): u16 flags, then the fields that they announce. Errors: `too-short`, `truncated`, `out-of-range`. */
export function decodeStepClimberData(view: DataView): Decoded<StepClimberData> {
  const read = decodeLayout(view, [layout]);
  return read.ok ? decoded(read.value.data) : read;
}

/** Step Climber Data as a machine sends it. Throws `RangeError` for values that do not fit. */
export function encodeStepClimberData(data: Partial<Omit<StepClimberData, 'trailingBytes'>>): Uint8Array<ArrayBuffer> {
  return encodeLayout(data, layout, { moreData: data.moreData });
}
