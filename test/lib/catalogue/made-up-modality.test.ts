import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ModalityEntry } from '../../../lib/catalogue';
import { generate } from '../../../scripts/lib/generate.mjs';
import { REGISTRIES } from '../../../scripts/lib/registries.mjs';
import { speakEnglish } from '../../support/english';

/** A complete new modality in one file. */
const FILE = `export const mudBath = {
  name: 'Mud bath',
  families: ['heat', 'calm'],
  grades: { seed: 'anecdotal', trials: 'little', kind: 'trials' },
  guides: [],
  literature: [],
  doses: [{ id: 'warm-mud', whose: 'ours', minutes: 12, temperatureC: [38, 40]}],
  windows: [{ at: 'day', days: 'every', part: 'waking' }],
  equipment: [],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['heat_out'],
  timer: 'listed',
  exposure: 'heat',
  notFor: ['kidney-disease'],
};
`;

const root = mkdtempSync(join(tmpdir(), 'rebound-modality-'));
const INDEX = '../../../lib/catalogue/all-modalities';

/** The rooms with the new modality in the catalogue's generated list. */
async function rooms() {
  const catalogue = await import('../../../lib/catalogue');
  const planner = await import('../../../lib/planner');
  const log = await import('../../../lib/today/plan/log-session');
  const words = await import('../../../lib/i18n/words/session-words');
  return { ...catalogue, ...planner, ...log, ...words };
}

describe('a modality that is one file', () => {
  let the: Awaited<ReturnType<typeof rooms>>;

  beforeAll(async () => {
    const folder = join(root, 'lib/catalogue/modalities');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'mud-bath.ts'), FILE);
    const entry: { readonly mudBath: ModalityEntry } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'mud-bath.ts')).href);
    vi.resetModules();
    vi.doMock(INDEX, async (original) => {
      const { MODALITY_ENTRIES } = await original<typeof import('../../../lib/catalogue/all-modalities')>();
      return { MODALITY_ENTRIES: { ...MODALITY_ENTRIES, 'mud-bath': entry.mudBath } };
    });
    the = await rooms();
  });

  afterAll(() => {
    vi.doUnmock(INDEX);
    vi.resetModules();
    rmSync(root, { recursive: true });
  });

  it('is in the generated list', () => {
    generate(root, { registries: REGISTRIES.filter(({ kind }) => kind === 'modality') });
    expect(readFileSync(join(root, 'lib/catalogue/all-modalities.ts'), 'utf8')).toContain("'mud-bath': mudBath");
  });

  it('is planned, timed and logged', async () => {
    const situation = the.completeSituation({ nowMs: Date.parse('2026-05-04T08:00:00Z'), timeBudgetMin: 120 });
    const item = the.planFor(situation).optional.find(({ modality }) => String(modality) === 'mud-bath');
    expect(item).toMatchObject({ minutes: 12, whose: 'ours', dose: { temperatureC: [38, 40] } });
    if (item === undefined) return;
    const session = the.toSessionPlan(item);
    expect(session).toMatchObject({ item: item.id, steps: [{ seconds: 720, exposure: 'heat', rangeC: [38, 40] }] });
    if (session === null) return;
    const record = { id: 's', device: null, startedAtMs: 0, endedAtMs: 1, timeZone: 'UTC', day: '2026-05-04', done: [], demo: false };
    const entry = the.toLogEntry({ ...record, plan: session, end: 'finished', activeS: 720 });
    expect(entry).toMatchObject({ modality: 'mud-bath', doseId: 'warm-mud', doseOf: 'ours', minutes: 12, itemId: item.id });
  });

  it('is offered by the timer, under its own name', () => {
    speakEnglish('en-GB');
    const offers = the.timerOffers(() => 0);
    const offer = offers.find(({ id }) => id.startsWith('mud-bath'));
    expect(offer && the.offerName(offer, offers)).toBe('Mud bath');
  });

  it('is excluded by its families and by its own exclusions', () => {
    const off = (ticked: 'pregnancy' | 'kidney-disease') =>
      [...the.findExclusions({ ticked: [ticked], ill: false, injured: false, pain: [] }).modalities.keys()].map(String);
    expect(off('pregnancy')).toContain('mud-bath');
    expect(off('kidney-disease')).toContain('mud-bath');
  });
});
