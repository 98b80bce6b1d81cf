import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../../lib/devices/inspector/hex';
import { dryRun, parseProfile } from '../../../../lib/devices/profile';
import { CEILINGS, LONGEST_TIMER_S, TEMPERATURE_CEILING } from '../../../../lib/devices/safety/ceilings';
import { anyProfile } from '../profiles/profiles';

const guide = readFileSync(new URL('../../../../docs/device-profile.md', import.meta.url), 'utf8');

describe('the guide', () => {
  it('has an example that is a valid profile and sends the bytes of the guide', () => {
    const parsed = parseProfile(/```json\n([\s\S]+?)```/.exec(guide)?.[1] ?? '');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const sent = dryRun(parsed.profile, [{ kind: 'level', zone: 'feet', level: 3 }, { kind: 'start' }, { kind: 'stop' }]).map((result) =>
      result.ok ? result.steps.map((step) => (step.kind === 'write' ? toHex(step.bytes) : '')) : [],
    );
    expect(sent).toEqual([['a5 01 03 a9'], ['a5 02 02 58 01'], ['a5 01 00 a6']]);
    for (const hex of sent.flat()) expect(guide).toContain(`\`${hex.toUpperCase()}\``);
  });

  it('names the actual ceilings', () => {
    for (const [treatment, units] of Object.entries(CEILINGS)) {
      const row = Object.entries(units).map(([unit, most]) => `${unit} ${most}`);
      expect(guide).toContain(`| \`${treatment}\` | ${row.join(', ')} |`);
    }
    expect(guide).toContain(`${TEMPERATURE_CEILING.min} to ${TEMPERATURE_CEILING.max} °C`);
    expect(guide).toContain(`${LONGEST_TIMER_S / 3600} hours`);
  });

  it('describes each built-in profile as the profile itself does', () => {
    const rows = guide.split('\n').filter((line) => /^\| (?!Profile|---)/.test(line) && /\| (?:community|vectors|untested)/.test(line));
    const counted = { community: 0, vectors: 0, untested: 0 };
    for (const { verified } of anyProfile) counted[verified]++;
    // The two Richmats share a row.
    expect(rows.filter((row) => row.includes('| community')).length + 1).toBe(counted.community);
    expect(rows.filter((row) => row.includes('| vectors')).length).toBe(counted.vectors);
    expect(rows.filter((row) => row.includes('| untested')).length).toBe(counted.untested);
  });
});
