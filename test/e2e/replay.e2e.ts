import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replayStrap } from '../../lib/simulated/replay';
import { type Radio, startRadio } from './radio';
import { type App, install, waitForPhase } from './support/app';
import { storedChecks } from './support/database';
import { hasRecording, recording, rmssd } from './support/recordings';
import { drive, pairAndStart } from './support/strap';

/** Chooser → connect → record → stored, on recordings of real people and on synthetic ones with faults. */
const NAMES = [
  'rest_16min',
  'p37_vuams_sitting_5min',
  'p37_rhythm24_sitting_5min',
  'pyhrv_short_5min',
  ...[1, 2, 3, 4, 5, 6].map((n) => `synthetic-${n}`),
];

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('a recording replayed through the emulated strap', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    radio = await startRadio();
    app = await install({ radio });
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  for (const name of NAMES) {
    it.skipIf(!hasRecording(name))(`${name}: is stored beat for beat, raw RMSSD within 0.5 %`, async () => {
      const rrMs = recording(name);
      const model = replayStrap(rrMs, { battery: { startPct: 82, drainPctPerHour: 0 } });
      const strap = radio.add(model);
      await pairAndStart(app.page, strap);
      await drive(app.page, radio, strap, model);
      await waitForPhase(app.page, 'done');

      const [check, ...others] = await storedChecks(app.page);
      expect(others).toEqual([]);
      if (check === undefined) throw new Error('no check was stored');
      const { first, end } = check.counted;
      const sum = (from: number, to: number) => rrMs.slice(from, to).reduce((total, rr) => total + rr, 0);
      expect(check.complete).toBe(true);
      expect(check.world).toBe('own');
      expect(check.rrTicks).toEqual(rrMs.slice(0, end).map((rr) => Math.round(rr * 1.024)));
      // Settling is the first minute by beat time, and three minutes are counted.
      expect(sum(0, first)).toBeGreaterThanOrEqual(59_990);
      expect(sum(0, first - 1)).toBeLessThan(60_010);
      expect(sum(first, end)).toBeGreaterThanOrEqual(179_990);
      expect(sum(first, end - 1)).toBeLessThan(180_010);
      expect(check.gaps).toEqual([]);
      const truth = rmssd(rrMs.slice(first, end));
      expect(Math.abs(check.summary.raw.rmssdMs - truth) / truth).toBeLessThan(0.005);
      expect(check.sensor).toMatchObject({ class: 'chest', batteryPct: 82 });
      expect(app.problems).toEqual([]);
    });
  }
});
