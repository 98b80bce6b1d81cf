import type { IllCause, PainReason } from '../../readiness';
import type { Contraindication } from './contraindications';

/** The rule that applied: what was ticked, answered this morning, or where it hurts. */
export type RuleCode = Contraindication | IllCause | 'injured' | `pain-${PainReason}`;

export interface Reason {
  readonly rule: RuleCode;
  /** Off only until the user ticks that a doctor agreed. False: off whatever a doctor says. */
  readonly askDoctor: boolean;
}

/** A reason that no doctor's word lifts. */
export function toReason(rule: RuleCode): Reason {
  return { rule, askDoctor: false };
}
