import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { rebound } from '../support/rebound';

/** The answer of `rebound plan` for a described day, as far as tests read it. */
export interface DayAnswer {
  readonly readiness: {
    readonly verdict: string;
    readonly confidence: string;
    readonly causes: readonly { readonly name: string; readonly text: string }[];
    readonly notes: readonly { readonly code: string; readonly text: string }[];
  };
  readonly fatigueWatch: { readonly level: string };
  readonly load: { readonly ctlScore: number };
  readonly routine: { readonly id: string };
  readonly items: readonly DayItem[];
  readonly optional: readonly DayItem[];
  readonly excluded: readonly { readonly modality: string; readonly rule: string; readonly reason: string; readonly ask: boolean }[];
  readonly conflicts: readonly { readonly why: string; readonly offers: readonly string[] }[];
  readonly screening: { readonly asked: readonly { readonly tick: string; readonly text: string }[] };
}

export interface DayItem {
  readonly modality: string;
  readonly start: string;
  readonly minutes: number;
  readonly reason: string;
  readonly dose: Readonly<Record<string, unknown>>;
}

/** Runs `rebound plan` for a day of test/fixtures/days, changed by `more`. It must succeed without a word on standard error. */
export async function planDay(name: string, more: object = {}): Promise<DayAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'rebound-day-'));
  try {
    const day: object = JSON.parse(readFileSync(`test/fixtures/days/${name}.json`, 'utf8'));
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify({ ...day, ...more }));
    const { stdout, stderr, status } = await rebound(folder, 'plan', file);
    expect([stderr, status]).toEqual(['', 0]);
    return JSON.parse(stdout) as DayAnswer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The items of some modalities. */
export function planned({ items }: DayAnswer, ...wanted: readonly string[]): readonly DayItem[] {
  return items.filter(({ modality }) => wanted.includes(modality));
}
