import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Connection } from '../../../../lib/bluetooth/connection';
import type { Link } from '../../../../lib/bluetooth/link';
import { openRecoveryServices, openRecoveryUuids } from '../../../../lib/bluetooth/services/open-recovery';
import { type Finding, REQUIREMENTS, runConformance } from '../../../../lib/devices/drivers/open-recovery';
import { simulatedBike } from '../../../../lib/simulated/bike';
import type { PeripheralModel } from '../../../../lib/simulated/model';
import { simulatedBoots } from '../../../../lib/simulated/recovery/boots';
import { simulatedMassager } from '../../../../lib/simulated/recovery/massager';
import type { OpenRecoveryDefect } from '../../../../lib/simulated/recovery/open-recovery-engine';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { heldTime } from '../../simulated/held-time';

async function tried(model: PeripheralModel, abortAfterMs: number | null = null) {
  const time = heldTime();
  const clock = { now: time.nowMs, wait: (ms: number, signal = new AbortController().signal) => time.wait(ms, signal) };
  const written: string[] = [];
  const spied: PeripheralModel = {
    ...model,
    write(uuid, bytes, atMs) {
      written.push(Buffer.from(bytes).toString('hex'));
      return model.write(uuid, bytes, atMs);
    },
  };
  const transport = simulatedTransport([spied], time);
  const links: Link[] = [];
  const connection = new Connection({ clock, random: () => 0.5, setUp: async (link) => void links.push(link) });
  await connection.open(
    await transport.request({ services: [], optionalServices: Object.values({ ...openRecoveryServices, ...openRecoveryUuids }) }),
  );
  const [link] = links;
  if (link === undefined) throw new Error('no link');
  const leaving = new AbortController();
  const run = runConformance({ link, clock }, leaving.signal);
  let findings: readonly Finding[] | null = null;
  let failed: unknown = null;
  run.then(
    (found) => {
      findings = found;
    },
    (error: unknown) => {
      failed = error;
    },
  );
  for (let ms = 0; ms < 600_000 && findings === null && failed === null; ms += 1000) {
    if (abortAfterMs !== null && ms >= abortAfterMs) leaving.abort(new Error('left'));
    await time.pass(1000);
  }
  return { findings: findings as readonly Finding[] | null, failed, written, tookMs: time.nowMs() };
}

const failures = (findings: readonly Finding[] | null) => findings?.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);

describe('conforming devices', () => {
  it.each([
    ['boots', () => simulatedBoots()],
    ['a massager', () => simulatedMassager()],
  ])('%s pass everything', async (_, make) => {
    const model = make();
    const { findings, written, tookMs } = await tried(model);
    expect(findings?.map(({ id, outcome }) => [id, outcome])).toEqual(REQUIREMENTS.map((id) => [id, 'passed']));
    expect(written.at(-1)).toBe('07');
    expect(model.state(tookMs + 10_000).state).toBe('idle');
    expect(tookMs).toBeLessThan(180_000);
  });

  it('never run above the lowest level during the test', async () => {
    const model = simulatedBoots();
    const { written } = await tried(model);
    let set = 0;
    for (const bytes of written) {
      if (bytes.startsWith('02') && bytes.length === 8) set = Buffer.from(bytes, 'hex').readUInt16LE(2);
      if (bytes === '07') set = 0;
      if (bytes === '05') expect(set).toBeLessThanOrEqual(20);
    }
  });

  it('are tested for exactly the requirements of the document', () => {
    const document = readFileSync('docs/open-recovery-profile.md', 'utf8');
    const listed = [...document.matchAll(/^\| ([A-Z]-\d) \|/gm)].map(([, id]) => id);
    expect(listed).toEqual([...REQUIREMENTS]);
  });
});

describe('planted defects', () => {
  const planted: readonly (readonly [OpenRecoveryDefect, readonly string[]])[] = [
    ['no-watchdog', ['W-1']],
    ['timer-ignored', ['T-1', 'T-3', 'T-4']],
    ['timer-kept', ['T-4']],
    ['accepts-out-of-range', ['C-6', 'T-2']],
    ['no-answers', ['C-1']],
    ['obeys-anybody', ['C-2']],
    ['moves-when-set', ['C-7']],
    ['stop-needs-control', ['S-1']],
    ['stop-ignored', ['S-2']],
    ['levels-kept', ['S-3']],
    ['no-measurement', ['M-1', 'M-2']],
    ['silent-end', ['T-3', 'W-1']],
    ['too-strong', ['M-2']],
    ['pause-ignored', ['P-1']],
    ['lengths-ignored', ['C-5']],
  ];
  it.each(planted)('%s: %s', async (defect, ids) => {
    for (const model of [simulatedMassager({ defects: [defect] }), simulatedBoots({ defects: [defect] })]) {
      const { findings, written } = await tried(model);
      const failed = failures(findings) ?? [];
      expect(ids.filter((id) => !(failed as readonly string[]).includes(id))).toEqual([]);
      expect(failed.length).toBeGreaterThan(0);
      expect(written.at(-1)).toBe('07');
    }
  });

  it('are found one at a time, and a good device has none', async () => {
    const seen = new Set<string>();
    for (const [defect] of planted)
      for (const id of failures((await tried(simulatedMassager({ defects: [defect] }))).findings) ?? []) seen.add(id);
    for (const id of ['C-1', 'C-2', 'C-5', 'C-6', 'C-7', 'M-1', 'M-2', 'P-1', 'S-1', 'S-2', 'S-3', 'T-1', 'T-2', 'T-3', 'T-4', 'W-1']) {
      expect(seen).toContain(id);
    }
  });

  it.each(['accepts-out-of-range', 'moves-when-set'] as const)('%s: starts nothing after the defect is found', async (defect) => {
    const { findings, written } = await tried(simulatedBoots({ defects: [defect] }));
    const found = written.indexOf('02011400');
    expect(found).toBeGreaterThan(0);
    expect(written.slice(found)).not.toContain('05');
    expect(findings?.find(({ id }) => id === 'W-1')?.outcome).toBe('skipped');
  });

  const rewritten = (model: PeripheralModel, uuid: string, read: string): PeripheralModel => ({
    ...model,
    read: (asked, atMs) => (asked === uuid ? { ok: true, bytes: Uint8Array.from(Buffer.from(read, 'hex')) } : model.read(asked, atMs)),
  });
  it.each([
    ['D-2', openRecoveryUuids.feature, '01'],
    ['D-2', openRecoveryUuids.ranges, '01000100050001000200010005000300'],
    ['D-3', openRecoveryUuids.programmes, '010141'],
  ])('%s: %s reads %s', async (id, uuid, read) => {
    const { findings, written } = await tried(rewritten(simulatedMassager(), uuid, read));
    expect(failures(findings)).toEqual([id]);
    if (id === 'D-2') expect(written).toEqual([]);
  });

  it('C-3: control is refused', async () => {
    const model = simulatedMassager();
    const aloof: PeripheralModel = {
      ...model,
      write: (uuid, bytes, atMs) => (bytes[0] === 0 ? { ok: true, bytes: new Uint8Array() } : model.write(uuid, bytes, atMs)),
    };
    const { findings } = await tried(aloof);
    expect(failures(findings)).toContain('C-3');
    expect(model.state(600_000).state).toBe('idle');
  });

  it('a device of another class fails first, and nothing is written to it', async () => {
    const { findings, written } = await tried(simulatedBike());
    expect(failures(findings)).toEqual(['D-1']);
    expect(findings?.filter(({ outcome }) => outcome === 'skipped').length).toBe(REQUIREMENTS.length - 1);
    expect(written).toEqual([]);
  });
});

it('leaving at any time ends with a stop', async () => {
  for (const ms of [0, 3000, 12_000, 20_000, 45_000]) {
    const model = simulatedMassager();
    const { failed, written, tookMs } = await tried(model, ms);
    expect(failed).toMatchObject({ message: 'left' });
    if (written.length > 0) expect(written.at(-1)).toBe('07');
    expect(model.state(tookMs + 5000).state).toBe('idle');
  }
});
