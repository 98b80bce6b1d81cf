import type {
  OpenRecoveryEnd,
  OpenRecoveryEvent,
  OpenRecoveryResult,
  OpenRecoveryState,
  OpenRecoveryUnit,
  openRecoveryUuids,
} from '../../../../bluetooth/services/open-recovery';

export type CharacteristicName = keyof typeof openRecoveryUuids;

/** What broke a rule. Bytes are in hexadecimal, with spaces; times in ms. Screens choose the words by `kind`. */
export type Breach =
  | { readonly kind: 'no-service' }
  | { readonly kind: 'missing-characteristic'; readonly characteristic: CharacteristicName }
  | { readonly kind: 'missing-property'; readonly characteristic: CharacteristicName; readonly property: string }
  | { readonly kind: 'read-failed'; readonly characteristic: CharacteristicName }
  | { readonly kind: 'not-notified'; readonly characteristic: CharacteristicName }
  | ByteFault
  | { readonly kind: 'too-long'; readonly characteristic: CharacteristicName; readonly bytes: string; readonly mostBytes: number }
  | { readonly kind: 'too-short'; readonly characteristic: CharacteristicName; readonly bytes: string; readonly neededBytes: number }
  | {
      readonly kind: 'counts-differ';
      readonly characteristic: 'ranges' | 'programmes';
      readonly announced: number;
      readonly listed: number;
    }
  | {
      readonly kind: 'answer';
      readonly wrote: string;
      readonly expected: OpenRecoveryResult;
      /** Null for none within a second. */
      readonly got: OpenRecoveryResult | null;
    }
  | { readonly kind: 'no-answer'; readonly wrote: string }
  | { readonly kind: 'answer-late'; readonly wrote: string; readonly ms: number }
  | { readonly kind: 'answer-odd'; readonly wrote: string; readonly bytes: string }
  | { readonly kind: 'write-failed'; readonly wrote: string }
  | { readonly kind: 'press-did-not-come' }
  | {
      readonly kind: 'level';
      readonly zone: number;
      readonly expected: number;
      /** Null for none that was measured. */
      readonly measured: number | null;
      readonly unit: OpenRecoveryUnit;
    }
  | { readonly kind: 'pressure'; readonly zone: number; readonly expected: number; readonly measured: number }
  | { readonly kind: 'pressure-too-high'; readonly zone: number; readonly most: number; readonly measured: number }
  | { readonly kind: 'no-temperature' }
  | { readonly kind: 'rises-too-fast'; readonly zone: number; readonly level: number; readonly ms: number }
  | { readonly kind: 'silent'; readonly characteristic: 'status' | 'measurement'; readonly zone: number | null; readonly ms: number }
  | { readonly kind: 'state'; readonly expected: OpenRecoveryState; readonly got: OpenRecoveryState | null }
  | { readonly kind: 'not-told'; readonly event: OpenRecoveryEvent }
  | { readonly kind: 'told-with-state'; readonly event: OpenRecoveryEvent; readonly state: OpenRecoveryState }
  | { readonly kind: 'moves-in-idle'; readonly zone: number; readonly level: number; readonly pressureMmHg: number | null }
  | {
      readonly kind: 'status-number';
      readonly field: 'remainingS' | 'elapsedS' | 'programme';
      readonly expected: number;
      readonly got: number;
    }
  | { readonly kind: 'control-flag'; readonly held: boolean }
  | { readonly kind: 'last-end'; readonly expected: OpenRecoveryEnd; readonly got: OpenRecoveryEnd | null }
  | { readonly kind: 'ended-at'; readonly expectedMs: number; readonly ms: number }
  | { readonly kind: 'did-not-end'; readonly expectedMs: number };

/** A byte that the profile forbids. `byte` is counted from 0, `value` is that of the field that begins there. */
export interface ByteFault {
  readonly kind: 'byte';
  readonly characteristic: CharacteristicName;
  readonly bytes: string;
  readonly byte: number;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /**
   * `repeated`: the number occurs twice. `step`: it does not lead from the lowest to the highest level. `zone`: Ranges does not list it.
   * `utf-8`: no text.
   */
  readonly why: 'range' | 'repeated' | 'step' | 'zone' | 'utf-8';
}
