import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/catalogue';
import { ROUTINES, type StepReason } from '../../../lib/planner';
import type { RoutineStep } from '../../../lib/planner/routine';

/** What holds of every routine, whatever the day. */

const all = (steps: readonly RoutineStep[]): readonly RoutineStep[] => steps.flatMap((step) => [step, ...all(step.instead ?? [])]);

describe.each(ROUTINES)('$id', ({ id, from, precedence, steps }) => {
  it('is plain data with a source, and a place of its own in the order', () => {
    expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
    expect(from.length).toBeGreaterThan(0);
    expect(ROUTINES.filter((other) => other.precedence === precedence).map((one) => one.id)).toEqual([id]);
  });

  it('names existing doses and variants', () => {
    for (const { modality, doses = [], variant } of all(steps)) {
      const entry = CATALOGUE[modality];
      for (const dose of doses) expect(entry.doses.map((one) => one.id)).toContain(dose);
      if (variant !== undefined) expect(entry.variants.map((one) => one.id)).toContain(variant);
    }
  });

  it('ends with sleep', () => {
    expect(steps.at(-1)?.modality).toBe('sleep');
  });

  it('is in the table of docs/routines.md, at its place', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/routines.md'), 'utf8');
    expect(page).toContain(`| ${precedence} | \`${id}\` |`);
  });
});

it('one sentence belongs to one modality', () => {
  const owner = new Map<StepReason, string>();
  for (const { modality, reason } of ROUTINES.flatMap(({ steps }) => all(steps))) {
    expect([reason, owner.get(reason) ?? modality]).toEqual([reason, modality]);
    owner.set(reason, modality);
  }
});
