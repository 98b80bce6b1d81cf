import { describe, expect, it } from 'vitest';
import {
  CATALOGUE,
  type Contraindication,
  type DoseChoice,
  findExclusions,
  longestColdS,
  timerOffers,
  toSessionPlan,
} from '../../../../lib/catalogue';
import { heldClock } from '../../../../lib/core/clock';
import { type Cue, GuidedTimer } from '../../../../lib/devices/guided/guided-timer';
import { memoryRecords } from '../session/fake-device';
import { NOON } from '../session/set-up';

const DOSES: Readonly<Record<string, DoseChoice>> = {
  boots: { modality: 'pneumatic-compression', doseId: 'trials' },
  'gun-legs': { modality: 'massage-gun', doseId: 'three-muscles' },
  'roller-legs': { modality: 'foam-rolling', doseId: 'shared-half' },
  sauna: { modality: 'sauna', doseId: 'alyze' },
  'cold-first': { modality: 'cold-water-immersion', doseId: 'first-three' },
  cold: { modality: 'cold-water-immersion', doseId: 'running-recovery' },
  colder: { modality: 'cold-water-immersion', doseId: 'alyze' },
  contrast: { modality: 'contrast', doseId: 'in-turn', variant: 'sauna' },
};

function set(id: string, lengthS: number, timesBefore = 5) {
  const clock = heldClock(NOON);
  const records = memoryRecords();
  const cues: [Cue, number, number][] = [];
  const choice = DOSES[id];
  const plan = choice === undefined ? null : toSessionPlan({ ...choice, ...(lengthS === 0 ? {} : { minutes: lengthS / 60 }) });
  if (plan === null) throw new Error(`no dose ${id}`);
  const timer = new GuidedTimer(plan, {
    clock,
    records,
    timeZone: () => 'UTC',
    newId: () => 'g1',
    demo: false,
    timesBefore,
    cue: (cue, step) => cues.push([cue, step, (clock.now() - NOON) / 1000]),
  });
  const start = (ticked: readonly Contraindication[] = [], waterRulesRead = true, asked = true) =>
    timer.start({
      screeningDue: null,
      exclusions: findExclusions({ ticked, ill: false, injured: false, pain: [] }),
      oneTap: asked ? { answer: 'none', atMs: clock.now() } : null,
      waterRulesRead,
      nowMs: clock.now(),
    });
  return { clock, timer, start, cues, record: () => records.kept.get('g1') };
}

describe('a guided session', () => {
  it('counts down with its cues, and is recorded without a device', async () => {
    const { clock, timer, start, cues, record } = set('boots', 1200);
    expect(start()).toEqual([]);
    await clock.advance(300_000);
    expect(timer.remainingS.value).toBeCloseTo(900, 0);
    await clock.advance(1_000_000);
    expect(timer.state.value).toBe('ended');
    expect(cues.map(([cue, , atS]) => [cue, Math.round(atS)])).toEqual([
      ['step-start', 0],
      ['half', 600],
      ['ten-seconds', 1190],
      ['end', 1200],
    ]);
    expect(record()).toMatchObject({
      device: null,
      end: 'finished',
      activeS: 1200,
      plan: { doseOf: 'trials', doseId: 'trials', item: null },
    });
  });

  it('the gun: three muscles of at most 2 min, with time to change, within the minutes of the dose', async () => {
    const { clock, timer, start, cues, record } = set('gun-legs', 0);
    expect(timer.steps.filter(({ pause }) => !pause).map(({ region, seconds }) => [region, seconds])).toEqual([
      ['calves', 110],
      ['quads', 110],
      ['hamstrings', 110],
    ]);
    start();
    await clock.advance(600_000);
    expect(cues.filter(([cue]) => cue === 'step-start').map(([, step]) => step)).toEqual([0, 1, 2, 3, 4]);
    expect(record()?.activeS).toBe(330);
  });

  it('can be paused, resumed, skipped and stopped', async () => {
    const { clock, timer, start, record } = set('roller-legs', 300);
    start();
    await clock.advance(40_000);
    timer.pause();
    await clock.advance(500_000);
    expect(timer.stepRemainingS.value).toBeCloseTo(50, 0);
    timer.resume();
    await clock.advance(20_000);
    expect(timer.stepRemainingS.value).toBeCloseTo(30, 0);
    timer.skip();
    expect(timer.stepIndex.value).toBe(1);
    await timer.stop();
    expect([timer.state.value, record()?.end, record()?.activeS]).toEqual(['ended', 'stopped', 60]);
  });

  it('is where it would be without the gap after the page, but not the machine, has slept', async () => {
    const { clock, timer, start } = set('gun-legs', 0);
    start();
    const wait = clock.wait.bind(clock);
    // Its timers end late.
    clock.wait = (_, signal) => wait(201_000, signal);
    await clock.advance(402_000);
    expect(timer.stepIndex.value).toBeGreaterThan(1);
    expect(timer.uncountedS.value).toBe(0);
  });

  it('counts only what it saw when the clock jumps ahead, says so, and is over after a night', async () => {
    const { clock, timer, start, record } = set('gun-legs', 0);
    start();
    await clock.advance(10_000);
    const real = clock.now.bind(clock);
    clock.now = () => real() + 3_600_000;
    await clock.advance(2000);
    expect([timer.state.value, timer.stepIndex.value]).toEqual(['running', 0]);
    // The record on disk may be a second behind.
    expect([11, 12]).toContain(record()?.activeS);
    expect(timer.uncountedS.value).toBe(3600);
    clock.now = () => real() + 9 * 3_600_000;
    await clock.advance(1000);
    expect([timer.state.value, record()?.end]).toEqual(['ended', 'stopped']);
    expect(record()?.activeS).toBeLessThanOrEqual(13);
    expect((record()?.endedAtMs ?? 0) - (record()?.startedAtMs ?? 0)).toBeLessThanOrEqual(3_600_000 + 13_000);
  });

  it('closes the record when left', async () => {
    const { clock, timer, start, record } = set('sauna', 900);
    start();
    await clock.advance(5000);
    timer.leave();
    expect(record()).toMatchObject({ end: 'tab-closed', endedAtMs: NOON + 5000 });
  });
});

describe('what blocks a session', () => {
  it('water rules before the first plunge, health questions, the question before boots', () => {
    expect(set('cold', 600).start([], false)).toEqual([{ code: 'water-rules-unread' }]);
    expect(set('sauna', 900).start([], false)).toEqual([]);
    expect(set('cold', 600).start(['arrhythmia'])).toEqual([{ code: 'excluded', reasons: [{ rule: 'arrhythmia', askDoctor: false }] }]);
    expect(set('boots', 1200).start([], true, false)).toEqual([{ code: 'one-tap-needed' }]);
    expect(
      set('sauna', 900)
        .start(['under-18'])
        .map(({ code }) => code),
    ).toEqual(['excluded']);
  });
});

/** Running recovery: 10–15 °C up to 10–15 min. ALYZE: 3–10 °C for 2–5 min. Never the colder with the longer. Ours: the first three ≤ 2 min. */
describe('cold', () => {
  it('temperature and time of different sources are never mixed', () => {
    expect([15, 10, 9.9, 3, 2.9].map((celsius) => longestColdS(celsius, 5))).toEqual([900, 900, 300, 300, 0]);
    expect([15, 14, 13.9, 8].map((celsius) => longestColdS(celsius, 2))).toEqual([120, 120, 0, 0]);
    for (const { id, lengthsMin = [], temperatureC, only } of CATALOGUE['cold-water-immersion'].doses) {
      const [coldest] = [temperatureC ?? 0].flat();
      for (const minutes of lengthsMin) {
        expect(minutes * 60, id).toBeLessThanOrEqual(longestColdS(coldest ?? 0, only === 'beginners' ? 0 : 3));
      }
    }
  });

  it('the first three times offer only the short dose, whatever length is requested', async () => {
    const offered = (times: number) => timerOffers(() => times).map(({ id }) => id);
    expect(offered(2)).toContain('cold-water-immersion first-three');
    expect(offered(2).filter((id) => id.startsWith('contrast') || id.startsWith('cold-water-immersion'))).toHaveLength(1);
    expect(offered(3)).toEqual(
      expect.arrayContaining(['cold-water-immersion running-recovery', 'cold-water-immersion alyze', 'contrast in-turn warm-bath']),
    );
    expect(offered(3)).not.toContain('cold-water-immersion first-three');
    const { clock, start, record } = set('cold-first', 600, 0);
    start();
    await clock.advance(600_000);
    expect(record()?.activeS).toBe(120);
  });

  it('a bath colder than the dose shortens the time, and ends it if the shorter time is over', async () => {
    const early = set('cold', 600);
    early.start();
    await early.clock.advance(60_000);
    early.timer.read(8);
    expect(early.timer.stepRemainingS.value).toBeCloseTo(240, 0);
    expect(early.timer.notice.value).toBe('shortened');
    await early.clock.advance(600_000);
    expect(early.record()).toMatchObject({ activeS: 300, end: 'finished' });
    expect(early.cues.map(([cue]) => cue)).toContain('out-now');

    const late = set('cold', 600);
    late.start();
    await late.clock.advance(400_000);
    late.timer.read(8);
    expect([late.timer.state.value, late.record()?.activeS]).toEqual(['ended', 400]);
  });

  it('follows the coldest reading: a bath that warms up again adds no time', async () => {
    const { clock, timer, start } = set('cold', 600);
    start();
    await clock.advance(10_000);
    timer.read(8);
    timer.read(14);
    expect(timer.stepRemainingS.value).toBeCloseTo(290, 0);
  });

  it('below 3 °C it ends at once; warmer than the dose only shows a notice', async () => {
    const { clock, timer, start, cues, record } = set('colder', 180);
    start();
    await clock.advance(10_000);
    timer.read(2);
    await clock.advance(0);
    expect([timer.state.value, record()?.end, cues.some(([cue]) => cue === 'out-now')]).toEqual(['ended', 'stopped', true]);
    const warm = set('cold', 600);
    warm.start();
    warm.timer.read(18);
    expect([warm.timer.notice.value, warm.timer.stepRemainingS.value]).toEqual(['warmer-than-dose', 600]);
    warm.timer.read(Number.NaN);
    expect(warm.timer.celsius.value).toBe(18);
  });

  it('the cold of all rounds of contrast counts together', async () => {
    const { clock, timer, start, record } = set('contrast', 0);
    const cold = timer.steps.filter(({ exposure }) => exposure === 'cold').reduce((sum, { seconds }) => sum + seconds, 0);
    expect(cold).toBeLessThanOrEqual(900);
    start();
    await clock.advance(4_000_000);
    expect(record()?.end).toBe('finished');
  });

  it('a cabin hotter than the dose ends it', async () => {
    const { clock, timer, start, record } = set('sauna', 900);
    start();
    await clock.advance(10_000);
    timer.read(75);
    expect(timer.notice.value).toBe('cooler-than-dose');
    timer.read(104);
    await clock.advance(0);
    expect([timer.state.value, timer.notice.value, record()?.end]).toEqual(['ended', 'too-hot', 'stopped']);
    expect(record()?.done.at(-1)).toMatchObject({ temperatureC: 104, measured: true });
  });
});
