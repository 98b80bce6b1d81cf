import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebound } from '../support/rebound';

/** `items` and `excluded` of `rebound plan`, run as a process, as documented in README. */

interface Item {
  readonly modality: string;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly start: string;
  readonly minutes: number;
  readonly dose: Readonly<Record<string, number | readonly number[]>>;
  readonly reason: string;
  readonly evidence: string;
  readonly sources: readonly string[];
  readonly device: string | null;
}
interface Answer {
  readonly items: readonly Item[];
  readonly excluded: readonly { readonly modality: string; readonly rule: string; readonly reason: string }[];
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebound-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function plan(scenario: unknown): Promise<Answer> {
  const file = join(folder, 'scenario.json');
  writeFileSync(file, JSON.stringify(scenario));
  const { stdout, stderr, status } = await rebound(folder, 'plan', file);
  expect([stderr, status]).toEqual(['', 0]);
  return JSON.parse(stdout) as Answer;
}

const evening = {
  now: '2026-05-04T18:30:00+02:00',
  timeZone: 'Europe/Berlin',
  wake: '06:30',
  bed: '22:30',
  quietFrom: '22:30',
  quietTo: '06:30',
  profile: { birthYear: 1990, sex: 'female', massKg: 60 },
  goal: 'size',
  phase: 'base',
  equipment: ['foam-roller', 'cold-bath', 'infrared-sauna'],
  contraindications: ['dvt'],
  timeBudgetMin: 60,
  wellness: [{ date: '2026-05-04', soreness: 2 }],
  activities: [{ sport: 'strength', start: '2026-05-04T17:00:00+02:00', movingTimeS: 3600, rpe: 8, regions: ['quads'] }],
};

describe('rebound plan', { timeout: 60_000 }, () => {
  it('prints items and exclusions with every documented field', async () => {
    const { items, excluded } = await plan(evening);
    expect(items.length).toBeGreaterThan(5);
    for (const item of items) {
      expect(Object.keys(item)).toEqual([
        'modality',
        'windowFrom',
        'windowTo',
        'start',
        'minutes',
        'dose',
        'reason',
        'evidence',
        'sources',
        'device',
      ]);
      const [from, start, to] = [item.windowFrom, item.start, item.windowTo].map((time) => Date.parse(time));
      expect(item.start).toMatch(/^2026-05-0[4-7]T\d{2}:\d{2}:\d{2}\+02:00$/);
      expect(from ?? 0).toBeLessThanOrEqual(start ?? 0);
      expect((start ?? 0) + item.minutes * 60_000).toBeLessThanOrEqual(to ?? 0);
      expect(['strong', 'moderate', 'mixed', 'little', 'developing', 'none']).toContain(item.evidence);
      expect([item.reason.length > 0, item.sources.length > 0, item.device]).toEqual([true, true, null]);
      for (const value of Object.values(item.dose)) expect(typeof value === 'number' || value.length === 2).toBe(true);
    }
    for (const { modality, rule, reason } of excluded)
      expect([modality.length > 0, rule.length > 0, reason.length > 0]).toEqual([true, true, true]);
  });

  it('names the rule behind each exclusion: ticked answers, missing equipment, strength work', async () => {
    const { items, excluded } = await plan(evening);
    const rules = (modality: string) => excluded.filter((one) => one.modality === modality).map(({ rule }) => rule);
    expect(rules('massage-therapy')).toEqual(['screening-dvt']);
    expect(rules('sauna')).toEqual(['screening-dvt', 'equipment']);
    expect(rules('cold-water-immersion')).toContain('cold-after-strength');
    for (const { modality, start } of items) {
      if (modality === 'cold-water-immersion') expect(Date.parse(start)).toBeGreaterThanOrEqual(Date.parse('2026-05-05T00:00:00+02:00'));
    }
    expect(excluded.find(({ rule }) => rule === 'screening-dvt')?.reason).toMatch(
      /^Left out because you ticked “.+”\. What remains is not medical clearance\.$/,
    );
  });

  it('needs only the time, and uses its offset when no zone is given', async () => {
    const { items } = await plan({ now: '2026-05-04T18:30:00+05:30' });
    expect(items.length).toBeGreaterThan(0);
    for (const { start } of items) expect(start.endsWith('+05:30')).toBe(true);
  });
});
