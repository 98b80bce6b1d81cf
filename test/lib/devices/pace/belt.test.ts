import { expect, it } from 'vitest';
import { fitnessKinds } from '../../../../lib/devices/drivers/ftms';
import { beginPace, LONGEST_STOP_KMH, look, type PaceSettings } from '../../../../lib/devices/pace';
import { simulatedTreadmill } from '../../../../lib/simulated/treadmill';
import { rigged } from '../drivers/rig';

it.each(['ftms-treadmill', 'kingsmith-ftms'])('%s: a real driver stops a simulated belt within 20 s of the last heart rate', async (id) => {
  const kind = fitnessKinds.find((one) => one.id === id);
  if (kind === undefined) throw new Error(id);
  const model = simulatedTreadmill({
    dialect: id === 'kingsmith-ftms' ? 'kingsmith' : 'standard',
    incline: null,
    speed: { min: 0.5, max: 6, step: 0.1 },
  });
  const rig = await rigged(model, kind);
  const settings: PaceSettings = { capBpm: 110, maxKmh: 6, beltMinKmh: 0.5, beltStepKmh: 0.1, heartRateMedicine: false };
  await rig.done(rig.driver.apply({ kind: 'start' }), 20_000);
  await rig.time.pass(10_000);
  await rig.done(rig.driver.apply({ kind: 'level', zone: 'belt', level: LONGEST_STOP_KMH }), 30_000);
  await rig.time.pass(20_000);
  expect(model.state(rig.time.nowMs()).drive).toBe(LONGEST_STOP_KMH);

  const lostMs = rig.time.nowMs();
  const heartRate = { atMs: lostMs, bpm: 80 };
  let state = { ...beginPace(settings, lostMs - 60_000), setKmh: LONGEST_STOP_KMH };
  for (let s = 0; s <= 20; s++) {
    const looked = look(state, settings, { atMs: rig.time.nowMs(), heartRate, beltKmh: rig.driver.telemetry.value.speedKmh ?? null });
    state = looked.state;
    if (looked.command?.kind === 'stop') void rig.driver.stop();
    else if (looked.command?.kind === 'speed') {
      // A newer speed, or the stop, may replace it.
      rig.driver.apply({ kind: 'level', zone: 'belt', level: looked.command.kmh }).catch(() => {});
    }
    if (s < 20) await rig.time.pass(1000);
  }
  expect(rig.time.nowMs() - lostMs).toBe(20_000);
  expect(model.state(rig.time.nowMs())).toMatchObject({ phase: 'idle', drive: 0 });
});
