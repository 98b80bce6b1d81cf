import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dryRun, parseProfile } from '../../../../lib/devices/profile';
import { guideProfile } from '../../../support/guide-profile';

const puffer = guideProfile('puffer');

function withTimer(range: object, ...parts: readonly object[]) {
  const initial = (range as { min: number }).min;
  const run = { to: 'command', bytes: ['52', ...parts.map((part) => ({ value: 'timer', ...part })), { checksum: 'xor8' }] };
  const frames = { ...(puffer.frames as object), run };
  return parseProfile(JSON.stringify({ ...puffer, frames, timer: { range, initial, steps: [{ write: 'run' }] } }));
}

const isRefused = (parsed: ReturnType<typeof withTimer>) =>
  !parsed.ok && parsed.faults.some(({ path, code }) => path === 'frames.run.bytes[1]' && code === 'timer-not-exact');

describe('the time of a timer', () => {
  it('is the number in its frame, for every time of its range, and never 0', () => {
    const seen = { exact: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(1, 10, 30, 60, 600),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom(1, 5, 30, 60, 600),
        fc.constantFrom('nearest', 'down'),
        (unit, min, steps, step, round) => {
          const max = min + steps * step;
          const parsed = withTimer({ min, max, step }, { type: 'u16be', divide: unit, round });
          const exact = min % unit === 0 && (steps === 0 || step % unit === 0);
          if (exact) seen.exact++;
          else seen.refused++;
          expect(isRefused(parsed)).toBe(!exact);
          if (!parsed.ok) return;
          const times = Array.from({ length: steps + 1 }, (_, i) => min + i * step);
          const results = dryRun(
            parsed.profile,
            times.map((seconds) => ({ kind: 'timer', seconds })),
          );
          for (const [i, result] of results.entries()) {
            const [sent] = result.ok ? result.steps : [];
            if (sent?.kind !== 'write') throw new Error('nothing is written');
            expect(((sent.bytes[1] ?? 0) * 256 + (sent.bytes[2] ?? 0)) * unit).toBe(times[i]);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(Math.min(seen.exact, seen.refused)).toBeGreaterThan(20);
  });

  it.each([
    ['seconds where the device counts minutes', { min: 1, max: 1800, step: 1 }, [{ type: 'u8', divide: 60 }]],
    ['minutes that wrap around without hours', { min: 1800, max: 7200, step: 60 }, [{ type: 'u8', divide: 60, modulo: 60 }]],
    ['a first time that is sent as 0', { min: 60, max: 600, step: 60 }, [{ type: 'u8', add: -60, divide: 60 }]],
    [
      'two times of which one has the same number',
      { min: 60, max: 120, step: 60 },
      [
        {
          type: 'u8',
          table: [
            [60, 7],
            [120, 7],
          ],
        },
      ],
    ],
    ['all of it, and once more rounded', { min: 30, max: 600, step: 30 }, [{ type: 'u16be' }, { type: 'u8', divide: 60 }]],
  ])('is not %s', (_, range, parts) => {
    expect(isRefused(withTimer(range, ...parts))).toBe(true);
  });

  it.each([
    [
      'hours and minutes',
      { min: 60, max: 7200, step: 60 },
      [
        { type: 'u8', divide: 3600, round: 'down' },
        { type: 'u8', divide: 60, modulo: 60 },
      ],
    ],
    ['seconds and minutes', { min: 60, max: 600, step: 60 }, [{ type: 'u16be' }, { type: 'u8', divide: 60 }]],
    ['counted from a number of its own', { min: 600, max: 1800, step: 600 }, [{ type: 'u8', add: 12_600, divide: 600 }]],
  ])('may be %s', (_, range, parts) => {
    expect(withTimer(range, ...parts)).toHaveProperty('ok', true);
  });
});
