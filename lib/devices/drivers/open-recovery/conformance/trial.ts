import type {
  OpenRecoveryEnd,
  OpenRecoveryEvent,
  OpenRecoveryState,
  OpenRecoveryStatus,
  OpenRecoveryZone,
} from '../../../../bluetooth/services/open-recovery';
import { clamp } from '../../../../core/numbers';
import type { Described } from '../capabilities';
import { EndedByDevice, NotRunning, RunOver, Unsafe } from './ends';
import { type Probe, SEEN_MS } from './probe';
import { moves } from './records';
import type { Report } from './report';
import type { RequirementId } from './requirements';

/** Margins for the radio and for values that come once a second, ms. */
const EVENT_MS = 2000;
const REST_GRACE_MS = 1500;
/** A shorter run may be over before its state is read. */
const SHORT_RUN_S = 10;
const LONGEST_KEEP_ALIVE_MS = 2000;
const SECOND_MS = 1000;

/** A run that the test started. Times as those of the probe. */
export interface Run {
  readonly startedMs: number;
  readonly timerS: number;
}

/** What all parts of the test do with a running device: start at the lowest level, wait, stop. Keeps nothing. */
export class Trial {
  readonly probe: Probe;
  readonly is: Described;
  readonly report: Report;

  constructor(probe: Probe, is: Described, report: Report) {
    this.probe = probe;
    this.is = is;
    this.report = report;
  }

  /** The zone that is used where one is enough. */
  get zone(): OpenRecoveryZone {
    const [zone] = this.is.zones;
    if (zone === undefined) throw new RangeError('no zones');
    return zone;
  }

  /** The longest time that a run of the test may need. */
  get longestMs(): number {
    return this.is.feature.timerMaxS * SECOND_MS;
  }

  /** Starts with this timer, without a programme; with the zone at its lowest level, or with nothing. */
  async begin(seconds: number, zone: OpenRecoveryZone | null): Promise<Run> {
    const { probe } = this;
    const timerS = clamp(Math.ceil(seconds), this.is.feature.timerMinS, this.is.feature.timerMaxS);
    await probe.tell({ kind: 'programme', id: 0 });
    if (zone !== null) await probe.tell({ kind: 'level', zone: zone.zone, level: zone.min });
    await probe.tell({ kind: 'timer', seconds: timerS });
    const startedMs = probe.now();
    await probe.tell({ kind: 'start' });
    await this.expectEvent('started', ['running'], startedMs);
    const state = timerS < SHORT_RUN_S ? 'running' : await probe.state();
    if (!this.report.check('N-1', state === 'running', () => ({ kind: 'state', expected: 'running', got: state }))) throw new NotRunning();
    return { startedMs, timerS };
  }

  /** Whether this run still lasts so long. */
  lasts({ startedMs, timerS }: Run, ms: number): boolean {
    return startedMs + timerS * SECOND_MS - this.probe.now() > ms;
  }

  /**
   * Waits with keep-alives until it holds, at most so long. Returns whether it holds. Throws `RunOver` when the run or pause ends before, and
   * `EndedByDevice` when that was somebody at the device, or a fault.
   */
  async alive(ms: number, holds: () => boolean = () => false): Promise<boolean> {
    const { probe } = this;
    const everyMs = Math.min((this.is.feature.watchdogS * SECOND_MS) / 3, LONGEST_KEEP_ALIVE_MS);
    const endMs = probe.now() + ms;
    for (;;) {
      await probe.tell({ kind: 'keep-alive' });
      const leftMs = endMs - probe.now();
      const over = () => !this.#active();
      if (await probe.until(() => holds() || over(), Math.max(0, Math.min(everyMs, leftMs)))) {
        if (holds()) return true;
        this.endPart();
      }
      if (probe.now() >= endMs) return false;
    }
  }

  /** Notes whether an event was notified in time, with one of these states (N-1). Returns when it came; null for never. */
  async expectEvent(event: OpenRecoveryEvent, states: readonly OpenRecoveryState[], sinceMs: number): Promise<number | null> {
    const { probe, report } = this;
    await probe.until(() => probe.records.told(event, sinceMs) !== null, EVENT_MS);
    const told = probe.records.told(event, sinceMs);
    if (!report.check('N-1', told !== null, () => ({ kind: 'not-told', event })) || told === null) return null;
    const { state } = told.status;
    report.check('N-1', states.includes(state), () => ({ kind: 'told-with-state', event, state }));
    return told.atMs;
  }

  /** Waits until nothing moves or presses in these zones, at most the time to rest from then on. Returns what moves after it; null for nothing. */
  async rest(zones: readonly OpenRecoveryZone[], sinceMs: number, keepAlive: boolean) {
    const { probe } = this;
    const endMs = sinceMs + this.is.feature.restMs + REST_GRACE_MS;
    const wait = (ms: number) => (keepAlive ? this.alive(ms) : probe.until(() => false, ms));
    await wait(Math.max(0, endMs - probe.now()));
    const restedMs = probe.now();
    await wait(SEEN_MS);
    for (const { zone, unit } of zones) {
      const moving = probe.records.heard(zone, restedMs).find(({ level, pressureMmHg }) => moves(level, pressureMmHg));
      if (moving !== undefined) return { ...moving, unit };
    }
    return null;
  }

  /** Stops a run, or a pause, and notes whether the device rests (S-2). Throws `Unsafe` when it does not. */
  async stop(answers: RequirementId = 'S-2'): Promise<void> {
    const { probe, report } = this;
    const sinceMs = probe.now();
    const answer = await probe.tell({ kind: 'stop' });
    const states = ['stopping', 'idle'] as const;
    report.checkAnswer(answers, Uint8Array.of(7), answer, 'ok');
    const state = await probe.state();
    const stops = report.check(answers, state === 'stopping' || state === 'idle', () => ({
      kind: 'state',
      expected: 'stopping',
      got: state,
    }));
    if (stops) await this.expectEvent('stopped', states, sinceMs);
    await this.expectRest(sinceMs, answers);
  }

  /** Stops whatever runs, without a judgement. Throws `Unsafe` when it does not become idle. */
  async settle(): Promise<void> {
    const { probe, is } = this;
    await probe.tell({ kind: 'stop' });
    await probe.state();
    await probe.until(() => probe.records.state === 'idle', is.feature.restMs + REST_GRACE_MS);
    const state = await probe.state();
    if (state !== 'idle' && state !== null) throw new Unsafe();
  }

  /** Notes whether everything rests and Status says idle in the time to rest from then on. Throws `Unsafe` when not. */
  async expectRest(sinceMs: number, id: RequirementId): Promise<void> {
    const { probe, report, is } = this;
    const moving = await this.rest(is.zones, sinceMs, false);
    if (moving !== null) {
      const { zone, level, unit, pressureMmHg } = moving;
      if (level > 0) report.fail(id, { kind: 'level', zone, expected: 0, measured: level, unit });
      else report.fail(id, { kind: 'pressure', zone, expected: 0, measured: pressureMmHg ?? 0 });
    }
    const state = await probe.state();
    const idle = report.check(id, state === 'idle', () => ({ kind: 'state', expected: 'idle', got: state }));
    if (moving !== null || !idle) throw new Unsafe();
    // A device that is at rest at once need not be in `stopping`, and then tells nothing.
    if (probe.records.statuses.some(({ atMs, status }) => atMs >= sinceMs && status.state === 'stopping')) {
      report.check('N-1', probe.records.told('at-rest', sinceMs) !== null, () => ({ kind: 'not-told', event: 'at-rest' }));
    }
  }

  /** What Status must hold after every end (S-4, N-3, N-4), and that a start needs a new timer (T-4). `ranS`: null when it is not known. */
  async checkEnd(end: OpenRecoveryEnd, ranS: number | null): Promise<void> {
    const { probe, report, is } = this;
    const status = await probe.status();
    if (status !== null) {
      // Version 1.0 leaves open whether 0 is the first one.
      const first = is.feature.minor === 0 && status.programme === 0 ? 0 : (is.programmes[0]?.id ?? 0);
      if (!report.failed('D-3')) this.checkNumber('S-4', 'programme', first, status, 0);
      this.checkNumber('N-3', 'remainingS', 0, status, 0);
      report.check('N-4', status.lastEnd === end, () => ({ kind: 'last-end', expected: end, got: status.lastEnd }));
      if (ranS !== null) this.checkNumber('N-4', 'elapsedS', ranS, status, 2);
    }
    const answer = await probe.tell({ kind: 'start' });
    report.checkAnswer('T-4', Uint8Array.of(5), answer, 'no-timer');
    if (answer === 'ok') await this.stop();
  }

  checkNumber(
    id: RequirementId,
    field: 'remainingS' | 'elapsedS' | 'programme',
    expected: number,
    status: OpenRecoveryStatus,
    tolerance: number,
  ): boolean {
    const got = status[field];
    const near = Math.abs(got - expected) <= tolerance;
    return this.report.check(id, near, () => ({ kind: 'status-number', field, expected: Math.round(expected), got }));
  }

  /** Whether the device reported last that it runs or pauses, as far as is known. */
  #active(): boolean {
    const { state } = this.probe.records;
    return state === null || state === 'running' || state === 'paused';
  }

  /** The run is over although nothing should have ended it. */
  endPart(): never {
    const { statuses, startedAtMs } = this.probe.records;
    const events = statuses.filter(({ atMs }) => atMs >= startedAtMs).map(({ status }) => status.event);
    if (events.includes('stopped-at-device') || events.includes('control-lost')) throw new EndedByDevice('person');
    if (this.probe.records.state === 'fault') throw new EndedByDevice('fault');
    if (events.includes('watchdog-ended')) this.report.fail('W-2', { kind: 'state', expected: 'running', got: this.probe.records.state });
    throw new RunOver();
  }
}
