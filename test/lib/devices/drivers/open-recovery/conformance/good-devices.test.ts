import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEW_IN_1_1 } from '../../../../../../lib/devices/drivers/open-recovery';
import { PaperDevice, type PaperSpec } from '../../../../../conformance/device/paper-device';
import { GOOD_DEVICES } from '../../../../../conformance/good';
import { runDevice, type Tried } from '../../../../../conformance/run-device';
import { findUnsafeStart } from '../../../../../conformance/unsafe-start';
import { soakRuns } from '../../../../../support/soak-runs';

const LONGEST_MS = 8 * 60_000;

function findWrong({ report, written, tookMs }: Tried): unknown {
  const failed = report.findings.filter(({ outcome }) => outcome === 'failed');
  const skipped = report.findings.flatMap((one) => (one.outcome === 'skipped' ? [one.because] : []));
  if (failed.length > 0) return failed;
  if (report.ended !== 'complete' || report.atRest !== true) return report;
  // Everything that the device has is tested.
  if (skipped.some((because) => because === 'not-reached' || because === 'failed-before')) return report.findings;
  if (written.at(-1)?.hex !== '07') return written;
  return findUnsafeStart(written) ?? (tookMs > LONGEST_MS ? tookMs : null);
}

describe('nothing is wrong with', () => {
  it.each(GOOD_DEVICES)('$name', async ({ make }) => {
    expect(findWrong(await runDevice(make()))).toBeNull();
  });

  const range = (low: number, high: number) => fc.integer({ min: low, max: high });
  const zone = fc
    .record({ unit: range(0, 2), step: range(1, 10), steps: range(0, 12), min: range(1, 30) })
    .map(({ unit, step, steps, min }) => ({ unit, min, max: min + step * steps, step: steps === 0 ? 1 : step }))
    .filter(({ unit, max }) => max <= ([255, 100, 120][unit] ?? 0));
  const specs: fc.Arbitrary<PaperSpec> = fc
    .record({
      class: range(1, 3),
      minor: fc.constantFrom(1, 1, 1, 9),
      zones: fc.array(zone, { minLength: 1, maxLength: 4 }),
      numbers: fc.uniqueArray(range(1, 255), { minLength: 4, maxLength: 4 }),
      programmes: fc.uniqueArray(range(1, 255), { maxLength: 4 }),
      watchdogS: range(5, 30),
      timerMinS: range(1, 30),
      timerMaxS: fc.oneof(range(60, 120), range(121, 3600)),
      pauses: fc.boolean(),
      pressure: fc.boolean(),
      temperature: fc.boolean(),
      restMs: range(2, 40).map((tenths) => tenths * 100),
      answerMs: range(0, 900),
      rises: range(2, 10),
    })
    .map(({ zones, numbers, programmes, rises, ...rest }) => {
      const numbered = zones.map((one, place) => ({ ...one, zone: numbers[place] ?? 1 }));
      // The limits of the document: 10 mmHg, otherwise a fifth of the highest level; and quick enough for the lowest one.
      const most = Math.min(...numbered.map(({ unit, max, min }) => (unit === 2 ? 10 : Math.max(max / 5, min))));
      return {
        ...rest,
        name: 'Any device',
        zones: numbered,
        programmes: programmes.map((id) => [id, `No. ${id}`] as const),
        risesPerS: Math.max(2, (most * rises) / 10),
      };
    });
  it('any device that the document allows', async () => {
    await fc.assert(
      fc.asyncProperty(specs, async (spec) => {
        expect(findWrong(await runDevice(new PaperDevice(spec)))).toBeNull();
      }),
      { numRuns: soakRuns(6) },
    );
  }, 3_600_000);
});

it('a device of version 1.0 is not asked for what is new in 1.1', async () => {
  const old = GOOD_DEVICES.find(({ name }) => name === 'boots of version 1.0');
  const { report } = await runDevice(old?.make() ?? expect.fail('none'));
  const newer = report.findings.filter((one) => one.outcome === 'skipped' && one.because === 'newer').map(({ id }) => id);
  expect(new Set(newer)).toEqual(NEW_IN_1_1);
});

it('a press is asked for once, after the test began', async () => {
  const pressed = GOOD_DEVICES.find(({ name }) => name === 'boots that need a press before control');
  const { steps } = await runDevice(pressed?.make() ?? expect.fail('none'));
  expect(steps.filter((step) => step === 'press')).toHaveLength(1);
  expect(steps.slice(0, 5)).toEqual(['describe', 'refuse', 'press', 'refuse', 'idle']);
});
