/** The requirements in docs/open-recovery-profile.md, "Conformance". */
export const REQUIREMENTS = [
  'D-1',
  'D-2',
  'D-3',
  'C-1',
  'C-2',
  'C-3',
  'C-4',
  'C-5',
  'C-6',
  'C-7',
  'M-1',
  'M-2',
  'P-1',
  'S-1',
  'S-2',
  'S-3',
  'T-1',
  'T-2',
  'T-3',
  'T-4',
  'W-1',
] as const;
export type RequirementId = (typeof REQUIREMENTS)[number];

export interface Finding {
  readonly id: RequirementId;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** For logs: what was observed, or why it was not tested. */
  readonly detail: string;
}

/** The findings for each requirement so far, in memory. */
export class Report {
  readonly #notes = new Map<RequirementId, Finding>();

  /** Only the first failure of a requirement is kept. */
  note(id: RequirementId, passed: boolean, detail: string): boolean {
    if (this.#notes.get(id)?.outcome !== 'failed') this.#notes.set(id, { id, outcome: passed ? 'passed' : 'failed', detail });
    return passed;
  }

  findings(): readonly Finding[] {
    return REQUIREMENTS.map((id) => this.#notes.get(id) ?? { id, outcome: 'skipped', detail: 'not tried' });
  }
}
