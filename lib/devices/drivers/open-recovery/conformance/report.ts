import type { OpenRecoveryResult } from '../../../../bluetooth/services/open-recovery';
import { toHex } from '../../../inspector/hex';
import type { Breach } from './breach';
import { NEW_IN_1_1, REQUIREMENTS, type RequirementId } from './requirements';

/**
 * Why a rule was not tested: the test ended before (`not-reached`), an earlier failure makes it unsafe or meaningless (`failed-before`), the
 * device does not have what it is about (`not-featured`), its numbers leave no room for it (`no-room`), or it is new in 1.1 and the device
 * is of 1.0 (`newer`).
 */
export type SkipReason = 'not-reached' | 'failed-before' | 'not-featured' | 'no-room' | 'newer';

export type Finding =
  | { readonly id: RequirementId; readonly outcome: 'passed' }
  | { readonly id: RequirementId; readonly outcome: 'failed'; readonly saw: Breach }
  | { readonly id: RequirementId; readonly outcome: 'skipped'; readonly because: SkipReason };

/** The findings for each requirement so far, in memory. A failure stays, whatever is noted later. */
export class Report {
  readonly #notes = new Map<RequirementId, Finding>();
  #newer = false;

  /** The device is of version 1.0. */
  leaveOutNewer(): void {
    this.#newer = true;
  }

  pass(id: RequirementId): void {
    if (this.#notes.get(id)?.outcome !== 'failed') this.#notes.set(id, { id, outcome: 'passed' });
  }

  /** Only the first failure of a requirement is kept. */
  fail(id: RequirementId, saw: Breach): void {
    if (this.#newer && NEW_IN_1_1.has(id)) return;
    if (this.#notes.get(id)?.outcome !== 'failed') this.#notes.set(id, { id, outcome: 'failed', saw });
  }

  /** Notes a check; `saw` tells what was wrong if it failed. Returns whether it passed. */
  check(id: RequirementId, passed: boolean, saw: () => Breach): boolean {
    if (passed) this.pass(id);
    else this.fail(id, saw());
    return passed;
  }

  checkAnswer(id: RequirementId, wrote: Uint8Array, got: OpenRecoveryResult | null, expected: OpenRecoveryResult): boolean {
    return this.check(id, got === expected, () => ({ kind: 'answer', wrote: toHex(wrote), expected, got }));
  }

  skip(id: RequirementId, because: SkipReason): void {
    if (!this.#notes.has(id)) this.#notes.set(id, { id, outcome: 'skipped', because });
  }

  failed(id: RequirementId): boolean {
    return this.#notes.get(id)?.outcome === 'failed';
  }

  /** In the order of `REQUIREMENTS`. `otherwise`: why the rest was not tested. */
  findings(otherwise: SkipReason): readonly Finding[] {
    return REQUIREMENTS.map((id) => {
      if (this.#newer && NEW_IN_1_1.has(id)) return { id, outcome: 'skipped', because: 'newer' };
      return this.#notes.get(id) ?? { id, outcome: 'skipped', because: otherwise };
    });
  }
}
