import { BluetoothFault } from '../../../../bluetooth/fault';
import type { Link } from '../../../../bluetooth/link';
import { type OpenRecoveryClass, openRecoveryServices } from '../../../../bluetooth/services/open-recovery';
import type { GattService } from '../../../../bluetooth/transport';
import type { Clock } from '../../../../core/clock';
import type { Described } from '../capabilities';
import { testControl } from './control';
import { testDescription } from './description';
import { EndedByDevice, NotRunning, RunOver, Unsafe } from './ends';
import { testIdle } from './idle';
import { testLoad } from './load';
import { testPause } from './pause';
import { Probe } from './probe';
import { endsLink } from './read-or-null';
import { testRefusals, testWithoutControl } from './refusals';
import { testRelease } from './release';
import { type Finding, Report } from './report';
import { checkSilences } from './silences';
import { testTimer, testTimerWhileRunning } from './timer';
import { Trial } from './trial';
import { testWatchdog, testWatchdogInPause } from './watchdog';
import { testZones } from './zones';

/** The parts of the test, in order. `press`: the device waits for a press at it. */
export const CONFORMANCE_STEPS = ['describe', 'refuse', 'press', 'idle', 'stop', 'zones', 'timer', 'pause', 'watchdog', 'release'] as const;
export type ConformanceStep = (typeof CONFORMANCE_STEPS)[number];

export interface ConformanceParts {
  readonly link: Link;
  readonly clock: Clock;
  /** Called at the beginning of each part. */
  readonly onStep?: (step: ConformanceStep) => void;
}

export interface ConformanceReport {
  /** Every requirement once, in the order of `REQUIREMENTS`. */
  readonly findings: readonly Finding[];
  /**
   * `complete`, also when a failure left out what depends on it; `stopped` by the signal; `link-lost`; `not-idle`: it did not rest before
   * the test; `unsafe`: it did not stop, or put out more than was set; `person`: somebody stopped it or took it over; `fault`.
   */
  readonly ended: 'complete' | 'stopped' | 'link-lost' | 'not-idle' | 'unsafe' | 'person' | 'fault';
  /** Whether it was seen at rest at the end; null when that is not known. */
  readonly atRest: boolean | null;
  /** What the device says about itself; null when that cannot be read. */
  readonly described: Described | null;
}

/** For the radio, and for values that come once a second. */
const REST_GRACE_MS = 3000;
const CLASSES = ['massage', 'percussion', 'compression'] as const;

/**
 * Tests a connected device against docs/open-recovery-profile.md, at its lowest level and with nobody in it. It takes three to eight
 * minutes, and always ends with a stop. It starts nothing on a device that accepted a level outside its range or moved before it was
 * started, and nothing any more on one that did not stop or put out too much. What was found stays, whatever fails: a refused read or
 * write, a lost link, or the signal, which ends the test. The signal must abort when the link is lost.
 */
export async function runConformance({ link, clock, onStep }: ConformanceParts, signal: AbortSignal): Promise<ConformanceReport> {
  const report = new Report();
  const tell = onStep ?? (() => {});
  let described: Described | null = null;
  let probe: Probe | null = null;
  let ended: ConformanceReport['ended'];
  try {
    signal.throwIfAborted();
    tell('describe');
    const found = await findService(link);
    if (found === null) report.fail('D-1', { kind: 'no-service' });
    else described = await testDescription(link, found.service, found.kind, report);
    if (found !== null && described !== null) probe = new Probe(link, found.service, clock, signal, described, report);
    ended = probe === null || described === null ? 'complete' : await testEverything(new Trial(probe, described, report), tell);
  } catch (error) {
    ended = toEnd(error, signal);
  }
  const atRest = probe === null ? null : await leaveAtRest(probe, ended, described?.feature.restMs ?? 0);
  if (probe !== null && described !== null) checkSilences(described, probe.records, report);
  return {
    findings: report.findings(ended === 'complete' || ended === 'unsafe' ? 'failed-before' : 'not-reached'),
    ended,
    atRest,
    described,
  };
}

async function findService(link: Link): Promise<{ readonly service: GattService; readonly kind: OpenRecoveryClass } | null> {
  for (const kind of CLASSES) {
    const service = await link.service(openRecoveryServices[kind]);
    if (service !== null) return { service, kind };
  }
  return null;
}

async function testEverything(trial: Trial, tell: (step: ConformanceStep) => void): Promise<ConformanceReport['ended']> {
  const { probe, report } = trial;
  if (!(await probe.listen())) return 'complete';
  if (!(await beginsIdle(trial))) return 'not-idle';
  tell('refuse');
  await testWithoutControl(trial);
  if (!(await testControl(trial, () => tell('press')))) return 'complete';
  tell('refuse');
  await testRefusals(trial);
  tell('idle');
  await testIdle(trial);
  if (report.failed('C-6') || report.failed('C-7')) return 'complete';
  await testRuns(trial, tell);
  return 'complete';
}

async function testRuns(trial: Trial, tell: (step: ConformanceStep) => void): Promise<void> {
  const { report, is } = trial;
  const { pauses } = is.feature;
  const parts: readonly (readonly [ConformanceStep, (trial: Trial) => Promise<void>])[] = [
    ['stop', testLoad],
    ['zones', testZones],
    ['timer', testTimer],
    ['timer', testTimerWhileRunning],
    ...(pauses ? ([['pause', testPause]] as const) : []),
    ['watchdog', testWatchdog],
    ...(pauses ? ([['watchdog', testWatchdogInPause]] as const) : []),
    ['release', testRelease],
  ];
  if (!pauses) for (const id of ['C-12', 'P-1', 'P-3', 'W-3'] as const) report.skip(id, 'not-featured');
  for (const [step, test] of parts) {
    tell(step);
    await test(trial).catch((error: unknown) => {
      if (!(error instanceof RunOver)) throw error;
      return trial.settle();
    });
  }
  report.pass('S-5');
}

/** A device that still runs is stopped first. One whose Status cannot be read may be idle. */
async function beginsIdle({ probe, is }: Trial): Promise<boolean> {
  const state = await probe.state();
  if (state === 'idle' || state === null) return true;
  await probe.tell({ kind: 'stop' });
  await probe.until(() => probe.records.state === 'idle', is.feature.restMs + REST_GRACE_MS, false);
  return (await probe.state()) === 'idle';
}

/** Sends the last stop. A device that was seen to disobey is watched once more. */
async function leaveAtRest(probe: Probe, ended: ConformanceReport['ended'], restMs: number): Promise<boolean | null> {
  try {
    await probe.stopAnyway();
    if (ended === 'stopped' || ended === 'link-lost') return null;
    if (ended === 'complete' && probe.records.state === 'idle') return true;
    return await probe.rests(restMs + REST_GRACE_MS);
  } catch (error) {
    // The link is gone, or its owner stops the device.
    if (error instanceof BluetoothFault) return null;
    throw error;
  }
}

function toEnd(error: unknown, signal: AbortSignal): ConformanceReport['ended'] {
  if (error instanceof Unsafe) return 'unsafe';
  if (error instanceof NotRunning) return 'complete';
  if (error instanceof EndedByDevice) return error.by;
  if (error instanceof BluetoothFault && endsLink(error) && error.code !== 'aborted') return 'link-lost';
  if (signal.aborted) return 'stopped';
  throw error;
}
