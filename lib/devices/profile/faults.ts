import { jsonPath } from '../../core/json-path';
import type { JsonSyntax, TextPlace } from '../../core/json-text';

/** Why a profile is refused. */
export interface ProfileFault {
  /** Such as `zones[0].range.min`; empty for the file as a whole. */
  readonly path: string;
  readonly code: ProfileFaultCode;
  /** What would be right there; omitted where the code says it. */
  readonly expected?: Expected;
  /** What is there, as JSON, shortened; omitted where nothing is. */
  readonly found?: string;
  /** The place in the text, both from 1; omitted for a profile that was not read from a text. */
  readonly at?: TextPlace;
}

/** What a fault expected. `form` and `syntax` are written as in JSON. */
export type Expected =
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'at-least' | 'at-most'; readonly limit: number }
  | { readonly kind: 'count-at-least' | 'count-at-most'; readonly limit: number }
  | { readonly kind: 'type'; readonly type: 'text' | 'number' | 'whole-number' | 'true-or-false' | 'list' | 'object' }
  | { readonly kind: 'form'; readonly form: ExpectedForm }
  | { readonly kind: 'syntax'; readonly syntax: JsonSyntax };

/** A text with rules of its own, for which the message has an example. */
export type ExpectedForm = 'id' | 'name' | 'note' | 'uuid' | 'hex' | 'pattern' | 'digits' | 'text-part' | 'value' | 'field' | 'part';

export type ProfileFaultCode =
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'not-a-profile'
  | 'newer-version'
  | 'missing'
  | 'unknown-key'
  | 'wrong-type'
  | 'wrong-form'
  | 'out-of-range'
  | 'duplicate'
  | 'matches-nothing'
  | 'forbidden-service'
  | 'unknown-characteristic'
  | 'unknown-frame'
  | 'unknown-zone'
  | 'unknown-programme'
  | 'unknown-value'
  | 'not-writable'
  | 'not-for-this-control'
  | 'not-for-this-class'
  | 'measures-nothing'
  | 'value-not-used'
  | 'value-not-allowed-here'
  | 'writes-nothing'
  | 'does-not-fit'
  | 'above-ceiling'
  | 'unknown-scale'
  | 'too-long'
  | 'command-frame-in-set-up'
  | 'hidden-level'
  | 'no-answer'
  | 'question-not-asked'
  | 'stop-commands'
  | 'timer-not-set-at-start'
  | 'timer-not-exact';

/** Collects faults with their paths. */
export class FaultList {
  readonly all: ProfileFault[] = [];

  add(code: ProfileFaultCode, ...keys: readonly (string | number)[]): void {
    this.all.push({ path: jsonPath(keys), code });
  }

  /** Adds a fault that says what would be right. */
  expect(expected: Expected, code: ProfileFaultCode, ...keys: readonly (string | number)[]): void {
    this.all.push({ path: jsonPath(keys), code, expected });
  }

  /** Adds a fault for a name that is not defined, with those that are. */
  expectName(names: Iterable<string>, code: ProfileFaultCode, ...keys: readonly (string | number)[]): void {
    this.expect({ kind: 'one-of', values: [...names] }, code, ...keys);
  }
}
