import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConformanceReport } from '../../../../../../lib/devices/drivers/open-recovery';
import { simulatedBoots } from '../../../../../../lib/simulated/recovery/boots';
import { simulatedMassager } from '../../../../../../lib/simulated/recovery/massager';
import { PaperDevice } from '../../../../../conformance/device/paper-device';
import { BOOTS, MAT } from '../../../../../conformance/device/specs';
import { STATUS } from '../../../../../conformance/device/uuids';
import { runDevice } from '../../../../../conformance/run-device';
import { soakRuns } from '../../../../../support/soak-runs';

/** What was found before the test ended is kept, whatever ends it; and a good device is never called bad for it. */

const COMPLETE_MS = 120_000;

const listIds = ({ findings }: ConformanceReport, outcome: string) => findings.filter((one) => one.outcome === outcome).map(({ id }) => id);

/** Two rules are broken: one that is found at once, one that needs half the test. */
class TwiceBad extends PaperDevice {
  override knows(op: number) {
    return op === 0x7f || super.knows(op);
  }
  override fits(op: number, bytes: readonly number[]) {
    return op === 0x7f || super.fits(op, bytes);
  }
  override timerOver() {}
}

describe('a test that ends early', () => {
  it.each([
    ['by the link', { loseAfterMs: 60_000 }, 'link-lost'],
    ['by the person', { leaveAfterMs: 60_000 }, 'stopped'],
  ] as const)('%s keeps what it found', async (_, options, ended) => {
    const { report } = await runDevice(new TwiceBad(MAT), options);
    expect(report.ended).toBe(ended);
    expect(listIds(report, 'failed')).toContain('C-4');
    expect(listIds(report, 'passed')).toEqual(expect.arrayContaining(['D-1', 'D-2', 'D-3', 'C-2', 'C-3', 'S-2']));
    const last = report.findings.find(({ id }) => id === 'W-3');
    expect(last).toEqual({ id: 'W-3', outcome: 'skipped', because: 'not-reached' });
  });

  it('at any time, by the link or the person, says nothing bad of a good device and leaves it at rest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: COMPLETE_MS }), fc.boolean(), async (ms, byLink) => {
        const model = simulatedMassager();
        const { report, written, tookMs } = await runDevice(model, byLink ? { loseAfterMs: ms } : { leaveAfterMs: ms });
        expect(listIds(report, 'failed')).toEqual([]);
        expect(report.ended).toBe(byLink ? 'link-lost' : 'stopped');
        if (!byLink && written.length > 0) expect(written.at(-1)?.hex).toBe('07');
        // Without a link, its watchdog ends the run.
        expect(model.state(tookMs + 20_000)).toMatchObject({ state: 'idle', outputs: [{ level: 0 }, { level: 0 }] });
      }),
      { numRuns: soakRuns(12) },
    );
  }, 3_600_000);

  it('by the stop button at the device', async () => {
    const model = simulatedBoots();
    const { report } = await runDevice(model, { onStep: (step, atMs) => step === 'zones' && model.press(atMs + 0) });
    // Idle then: only a press while it runs ends anything.
    expect(report.ended).toBe('complete');
    const pressed = new PaperDevice(BOOTS);
    const tick = pressed.tick.bind(pressed);
    let runs = 0;
    pressed.tick = () => {
      tick();
      if (pressed.state === 1) runs += 1;
      if (runs === 200) pressed.end(6);
    };
    const ended = await runDevice(pressed);
    expect(ended.report.ended).toBe('person');
    expect(listIds(ended.report, 'failed')).toEqual([]);
  });

  it('by a fault', async () => {
    const device = new PaperDevice(BOOTS);
    const tick = device.tick.bind(device);
    let runs = 0;
    device.tick = () => {
      tick();
      if (device.state === 1) runs += 1;
      if (runs !== 200) return;
      runs += 1;
      device.dropSettings();
      device.lastEnd = 7;
      device.fault = 1;
      device.become(4, 7);
    };
    const { report } = await runDevice(device);
    expect(report.ended).toBe('fault');
    expect(listIds(report, 'failed')).toEqual([]);
  });
});

describe('a read that fails', () => {
  /** Each read of Status fails with this chance, by a fixed pattern. */
  const flaky = (every: number) =>
    class extends PaperDevice {
      reads = 0;
      override readBytes(characteristic: string) {
        if (characteristic === STATUS) this.reads += 1;
        return characteristic === STATUS && this.reads % every === 0 ? null : super.readBytes(characteristic);
      }
    };

  it.each([1, 2, 3, 7, 20])('each %ith read of Status: only that is wrong, and everything else is found', async (every) => {
    const { report } = await runDevice(new (flaky(every))(MAT));
    expect(report.ended).toBe('complete');
    expect(listIds(report, 'failed')).toEqual(['D-4']);
    expect(listIds(report, 'passed').length).toBeGreaterThan(30);
  });
});

describe('what the device does at the end', () => {
  it('is seen: a device that ignores stops does not rest', async () => {
    const device = new (class extends PaperDevice {
      override stop() {}
    })(MAT);
    const { report, written } = await runDevice(device);
    expect(report).toMatchObject({ ended: 'unsafe', atRest: false });
    // It is told again, and nothing is started any more.
    const refused = written.findLastIndex(({ hex }) => hex === '05');
    expect(written.slice(refused).filter(({ hex }) => hex === '07').length).toBeGreaterThan(1);
  });

  it('is seen: a device that puts out too much, and stops, rests', async () => {
    const device = new (class extends PaperDevice {
      override wanted(place: number) {
        return 3 * super.wanted(place);
      }
    })(MAT);
    const { report, tookMs } = await runDevice(device);
    expect(report).toMatchObject({ ended: 'unsafe', atRest: true });
    expect(tookMs).toBeLessThan(60_000);
  });
});

it('control that the driver had on this link is given up first', async () => {
  const device = new (class extends PaperDevice {
    override connected(atMs: number) {
      super.connected(atMs);
      this.held = true;
    }
  })(MAT);
  const { report } = await runDevice(device);
  expect(listIds(report, 'failed')).toEqual([]);
});
