// One long file, because the states of a session share its driver, clock and record, and a stop must be able to cut into each of them.

import { BluetoothFault } from '../../bluetooth/fault';
import type { SessionPlan } from '../../catalogue';
import { Elapsed } from '../../core/elapsed';
import type { SessionEnd, SessionRest } from '../../storage';
import { type DeviceDriver, type DriverCommand, DriverFault, type Telemetry } from '../driver';
import { type Block, findBlocks } from '../safety/clearance';
import type { Click } from '../safety/click';
import { findExcess } from '../safety/excess';
import { computeLimits, type Limits, LONGEST_PAUSE_S } from '../safety/limits';
import { isLive, mayMove, next, type SafetyEvent } from '../safety/machine';
import { findMovements, reportsMovement } from '../safety/rest';
import { Actuator } from './actuator';
import type { LinkBackStep } from './after-link';
import { DeviceRun, describeDeviceEnd, describeTaken, type HowItEnded, type RunPhase } from './device-end';
import { describeRunning } from './doing';
import { findLeftLevels, type LeftLevels } from './left-levels';
import { LinkLoss } from './link-loss';
import { observe, zoneViews } from './observe';
import { openRecord } from './open-record';
import { type LateReport, RecordKeeper } from './record-keeper';
import { ReportAges } from './report-ages';
import { RestWatch } from './rest-watch';
import { RunWatch } from './run-watch';
import type { RunnerParts, SessionConditions } from './runner-parts';
import { AGAIN_MS, type StopResult, tryToStop } from './stop-tries';
import { Timeline } from './timeline';
import { findFaults } from './validate';
import { NOT_DELIVERED, type SessionFault, SessionView } from './view';

const TICK_MS = 1000;
const FAILURES_ALLOWED = 2;

/**
 * One session on one device, from the click to the record. safety/machine.ts decides what may happen, and actuator.ts what is sent. This
 * class keeps the time in memory, and the record on disk as it goes. Views read `view`. The caller must call `leave()` when the page goes
 * away, before it closes the link, and `close()` when it no longer needs the session.
 */
export class SessionRunner {
  readonly view = new SessionView();
  readonly plan: SessionPlan;
  readonly #parts: RunnerParts;
  readonly #actuator: Actuator;
  readonly #timeline: Timeline;
  readonly #over = new AbortController();
  readonly #run: RunWatch;
  readonly #rest: RestWatch;
  readonly #ages: ReportAges;
  readonly #loss: LinkLoss;
  readonly #unwatch: () => void;
  #keeper: RecordKeeper | null = null;
  #blocks: readonly Block[] = [];
  /** Durations go by this and not by the wall clock, which may be set. */
  readonly #elapsed: Elapsed;
  /** By `#elapsed`, as all that follow. */
  #startedMs = 0;
  #lastTickMs = 0;
  #activeMs = 0;
  /** Before the present run. */
  #activeBeforeMs = 0;
  #pausedMs = 0;
  #steering = false;
  #there = false;
  #failures = 0;
  /** The device's own timer as it was last set, and when it is over for certain (`Elapsed.leastMs`). */
  #timer: { readonly untilMs: number; readonly overMs: number } | null = null;
  /** When its timer ends it by what it reported last in this run, by `#elapsed`; null: it has not said. */
  #saidUntilMs: number | null = null;
  /** A stop was asked for, whether or not it was delivered. */
  #stopAsked = false;
  /** After a lost link it was found at rest, and nothing was sent to it since: whoever starts it now is somebody at the device. */
  #foundAtRest = false;
  readonly #deviceRun = new DeviceRun();

  constructor(plan: SessionPlan, parts: RunnerParts) {
    this.plan = plan;
    this.#timeline = new Timeline(plan.steps);
    this.#parts = parts;
    this.#elapsed = new Elapsed(() => parts.clock.now());
    this.#actuator = new Actuator({
      driver: parts.driver,
      clock: { now: () => this.#nowMs(), wait: (ms, signal) => parts.clock.wait(ms, signal) },
      limits: () => this.limits,
      mayMove: () => mayMove(this.view.state.value) && parts.connected.value && !this.#run.rests,
      falls: (zone) => this.#run.falls(zone),
    });
    this.#run = new RunWatch(parts.driver, () => this.#elapsed.ms);
    this.#loss = new LinkLoss(parts.driver, () => this.#elapsed.ms);
    this.#ages = new ReportAges(parts.driver, () => this.#elapsed.ms);
    this.#rest = new RestWatch(
      parts.driver,
      () => this.#elapsed.ms,
      () => this.#hear(),
    );
    this.#unwatch = parts.connected.subscribe((up) => (up ? this.#linkBack() : this.#linkLost()));
    this.#show();
  }

  /** What blocked the last `prepare` or `start`. */
  get blocks(): readonly Block[] {
    return this.#blocks;
  }
  get limits(): Limits {
    const { driver, userLimits } = this.#parts;
    return computeLimits(driver.capabilities.value, ...(userLimits === undefined ? [] : [userLimits]));
  }
  /** Whether the session is running, or the device's state is unknown. */
  get live(): boolean {
    return isLive(this.view.state.value);
  }
  /** Whether it is live, or has ended and its device may still be coming to rest. */
  get watches(): boolean {
    return this.live || this.#rest.goesOn;
  }

  /** Judges whether the session may start. Call it whenever a condition changes. */
  prepare(conditions: SessionConditions): readonly Block[] {
    const { driver, kind, clock } = this.#parts;
    const capabilities = driver.capabilities.value;
    const faults = findFaults(this.plan, capabilities, this.limits);
    this.#blocks = findBlocks({
      ...conditions,
      kind,
      capabilities,
      plan: this.plan,
      faults,
      deviceFault: driver.telemetry.value.fault ?? null,
      nowMs: clock.now(),
    });
    this.#go(this.#blocks.length > 0 ? 'block' : 'clear');
    return this.#blocks;
  }

  /** False when something blocks the start (`blocks`), the click is spent or old, or there is no link. */
  start(click: Click, conditions: SessionConditions): boolean {
    const { clock, connected } = this.#parts;
    if (this.prepare(conditions).length > 0 || !connected.value || !click.spend(clock.now())) return false;
    if (!this.#go('click')) return false;
    const { driver, kind, device, records } = this.#parts;
    const on = { ...device, kind: kind.id, class: driver.capabilities.value.class };
    const failed = (is: boolean) => {
      this.view.recordFailed.value = is;
    };
    this.#keeper = new RecordKeeper(openRecord(this.plan, on, this.#parts), { sink: records, clock, failed });
    this.#parts.onStart?.();
    this.#beginRun();
    this.#stopAsked = false;
    this.#startedMs = this.#elapsed.ms;
    this.#lastTickMs = this.#startedMs;
    void this.#keepTime();
    return true;
  }

  /** False when there is nothing to pause. Without a link it is paused when the link is back. */
  pause(): boolean {
    if (this.view.state.value === 'unknown' && this.#loss.was === 'running') {
      this.#loss.pause();
      return true;
    }
    if (!this.#go('pause')) return false;
    this.#run.forget();
    this.#show();
    void this.#quieten();
    return true;
  }

  /** Continues from low levels; needs a click, as a start does. False while the device is in a fault. */
  resume(click: Click): boolean {
    const { clock, connected } = this.#parts;
    const asked = this.view.asks.value;
    if ((this.view.state.value !== 'paused' && !asked) || !connected.value || this.#faulty || !click.spend(clock.now())) return false;
    this.view.set({ fault: null, asks: false });
    this.#loss.settled();
    this.#go(asked ? 'restore' : 'resume');
    this.#lastTickMs = this.#elapsed.ms;
    this.#steer();
    return true;
  }

  /** Goes to the next step, which may be stronger and needs a click; after the last one the session ends. */
  skip(click: Click): boolean {
    const { here } = this.#timeline;
    if (here === null || !['running', 'paused'].includes(this.view.state.value) || !click.spend(this.#parts.clock.now())) return false;
    this.#timeline.pass(here.leftMs);
    if (this.#timeline.over) void this.stop('skipped-to-end');
    else this.#steer();
    return true;
  }

  /**
   * Stops at once: the stop is handed to the driver before this returns. Resolves when the device took or refused it, or it could not be sent;
   * `view.fault`, `view.unrest` and the states `unknown` and `unstopped` say so. The session is over when the device rests. Every call sends a
   * stop, in every state.
   */
  stop(end: SessionEnd = 'stopped'): Promise<StopResult> {
    this.#stopAsked = true;
    return this.#stop(end);
  }

  /** @param atMs when it ended, epoch ms; left out: now */
  async #stop(end: SessionEnd, atMs?: number): Promise<StopResult> {
    this.#go('stop');
    // Never started, or over. The user presses Stop because the device moves, so the stop is sent anyway.
    if (this.view.state.value !== 'stopping') {
      const { clock, connected } = this.#parts;
      return connected.value ? tryToStop({ send: () => this.#actuator.stop(), mayTryAgain: () => false, clock }) : 'not-sent';
    }
    this.view.asks.value = false;
    const result = this.#sendStop();
    this.#finish(end, atMs);
    return result;
  }

  /** Sets another level for the rest of the step. An increase needs a click. False when refused. */
  setLevel(zone: string, level: number, click: Click | null): boolean {
    const range = this.limits.levels[zone];
    const { here } = this.#timeline;
    if (this.view.state.value !== 'running' || range === undefined || here === null) return false;
    if (!(level >= range.min && level <= range.max)) return false;
    const now = this.#timeline.levels(here.index)[zone] ?? range.min;
    if (level > now && !click?.spend(this.#parts.clock.now())) return false;
    this.#timeline.setByHand(here.index, zone, level);
    this.#steer();
    return true;
  }

  /**
   * Holds a zone at or below a level, in this step and every later one, whatever the plan, a ramp or the user sets. A lower one takes effect at
   * once. False for a level that the zone cannot have.
   */
  setCeiling(zone: string, level: number): boolean {
    const range = this.limits.levels[zone];
    if (range === undefined || !(level >= range.min && level <= range.max)) return false;
    this.#timeline.setCeiling(zone, level);
    if (this.view.state.value === 'running') this.#steer();
    return true;
  }

  /**
   * Holds every zone without a ceiling of its own at its lowest level, in this step and every later one, until a click raises it. A zone
   * whose range begins below 0 is held at 0: level, not downhill.
   */
  holdLowest(): void {
    this.#timeline.holdLowest();
    if (this.view.state.value === 'running') this.#steer();
  }

  /** Moves a level by one step from the level last asked for, shown or not, so that two quick clicks both count. */
  stepLevel(zone: string, by: number, click: Click | null): boolean {
    const { here } = this.#timeline;
    const range = this.limits.levels[zone];
    if (here === null || range === undefined) return false;
    const now = this.#timeline.levels(here.index)[zone] ?? range.min;
    return this.setLevel(zone, Math.round((now + by) * 1000) / 1000, click);
  }

  /** For zones with an unknown level. Up and toggle need a click. */
  byHand(command: Extract<DriverCommand, { kind: 'nudge' | 'toggle' }>, click: Click | null): boolean {
    const raises = command.kind === 'toggle' || command.direction === 'up';
    if (this.view.state.value !== 'running' || !this.#actuator.moving || this.#run.rests) return false;
    if (raises && !click?.spend(this.#parts.clock.now())) return false;
    this.#actuator.byHand(command).catch((error: unknown) => this.#failed(error, false));
    return true;
  }

  /** The user has seen how the session ended. Does nothing while it is running. */
  dismiss(): void {
    if (!this.live) this.view.dismissed.value = true;
  }

  /** Call when the page goes away: hands over the stop and writes the record before it returns. */
  leave(): void {
    if (this.live) {
      const asks = this.#rest.mayReport || this.view.unrest.value !== null;
      this.#go('stop');
      // Nobody is left to see a failure. If the stop does not arrive, the mark stays, and the next start of the app asks.
      if (this.#parts.connected.value)
        this.#actuator.stop().then(
          () => {
            // One that can say that it moves is not believed before it rests, and nobody is left to hear it: the next tab asks.
            if (!asks) this.#parts.onRest?.();
          },
          () => {},
        );
      if (this.view.end.value === null) this.view.set({ end: 'tab-closed', rest: this.#restAtEnd });
    }
    this.#keeper?.closeNow('tab-closed', this.#nowMs(), this.#lateRest);
    this.#letGo();
  }

  /** Call when the session is no longer needed. A running session is stopped first; `untilRest`: and its device watched until it rests. */
  async close(untilRest = false): Promise<void> {
    if (this.live) await this.stop();
    if (untilRest) await this.#stopped();
    this.retire();
  }

  /** Resolves when the session is not stopping any more: the device rests, or it is known that it does not. */
  #stopped(): Promise<void> {
    return new Promise((resolve) => {
      let end = () => {};
      end = this.view.state.subscribe((state) => {
        if (state === 'stopping') return;
        resolve();
        queueMicrotask(() => end());
      });
    });
  }

  /** Its link is given up. It ends here, whatever the device does; sends nothing. */
  retire(): void {
    if (this.live) {
      this.#finish('link-lost');
      this.#go('retire');
      this.view.unrest.value = null;
      this.#show();
    }
    this.#letGo();
  }

  /** Whether it sends to this driver. */
  drives(driver: DeviceDriver | undefined): boolean {
    return this.#parts.driver === driver;
  }

  async #keepTime(): Promise<void> {
    const { clock } = this.#parts;
    const over = this.#over.signal;
    while (!(await this.#steerOnce()) && this.view.state.value === 'armed') await clock.wait(AGAIN_MS, over).catch(() => {});
    if (this.#go('started')) this.#lastTickMs = this.#elapsed.ms;
    this.#show();
    // A device that came to rest may move again before its time is over.
    while (!over.aborted && (this.live || this.#rest.goesOn)) {
      const nextMs = this.view.end.value === null ? this.#timeline.here?.leftMs : undefined;
      const waitMs = Math.max(1, Math.min(TICK_MS, nextMs ?? TICK_MS));
      const sinceMs = this.#elapsed.ms;
      try {
        await clock.wait(waitMs, over);
      } catch {
        // The session was released; nothing waits any more.
        return;
      }
      this.#elapsed.waited(sinceMs, waitMs);
      this.#tick();
    }
  }

  /** The wall clock at the start, and what has passed since: a clock that is set meanwhile does not change it. Epoch ms. */
  #nowMs(): number {
    const startedAtMs = this.#keeper?.record.startedAtMs ?? this.#parts.clock.now();
    return startedAtMs + this.#elapsed.ms - this.#startedMs;
  }

  /** After a gap (a machine that slept) the session is where it would be without the gap, or over. */
  #tick(): void {
    const passedMs = this.#elapsed.ms - this.#lastTickMs;
    this.#lastTickMs += passedMs;
    this.#followTimer();
    this.#judgeRest();
    // A session that ended while the machine slept ended then; what the device did after that, nobody knows.
    const knownMs = Math.min(passedMs, this.#timeline.here?.allLeftMs ?? passedMs);
    const nowMs = this.#nowMs() - (this.view.state.value === 'running' ? passedMs - knownMs : 0);
    switch (this.view.state.value) {
      case 'running':
        this.#timeline.pass(passedMs);
        if (this.#actuator.moving) this.#activeMs += knownMs;
        if (this.#timeline.over) void this.#stop('finished', nowMs);
        else if (this.#endedByTimer) this.#endAs(describeDeviceEnd('timer', this.#parts.driver.telemetry.peek()));
        else this.#goOn();
        break;
      case 'paused':
        this.#pausedMs += passedMs;
        if (this.#pausedMs > LONGEST_PAUSE_S * 1000) void this.stop('paused-too-long');
        break;
      case 'released':
        this.#timeline.pass(passedMs);
        break;
      case 'unknown':
        this.#tickWithoutLink(nowMs, passedMs);
        this.#judgeBack();
        break;
    }
    this.#note(nowMs);
    this.#show();
  }

  /**
   * When the device's own timer ends it, epoch ms: by what was sent, or by what it reported if that is later. Null: none was set, or nobody
   * knows that it ends the device.
   */
  get #ownTimerUntilMs(): number | null {
    if (!this.#parts.driver.capabilities.peek().endsByItself) return null;
    const said = this.#saidUntilMs === null ? null : this.#nowMs() + this.#saidUntilMs - this.#elapsed.ms;
    const told = this.#actuator.timerUntilMs;
    return said === null || told === null ? (said ?? told) : Math.max(said, told);
  }

  /** Its timer came with the start, cannot be set anew, and is over: a device that reports nothing has ended as well. */
  get #endedByTimer(): boolean {
    const { timerByStart = false } = this.#parts.driver.capabilities.peek();
    return timerByStart && this.#actuator.moving && this.#timer !== null && this.#elapsed.leastMs >= this.#timer.overMs;
  }

  #goOn(): void {
    const ended = this.#run.judge(this.#actuator);
    if (ended === null) this.#steer();
    else {
      // It was never active in this run.
      if (ended.end === 'did-not-start') this.#activeMs = this.#activeBeforeMs;
      this.#endAs(ended);
    }
  }

  #followTimer(): void {
    const untilMs = this.#ownTimerUntilMs;
    if (untilMs === (this.#timer?.untilMs ?? null)) return;
    this.#timer = untilMs === null ? null : { untilMs, overMs: this.#elapsed.leastMs + untilMs - this.#nowMs() };
  }

  #tickWithoutLink(nowMs: number, passedMs: number): void {
    // The values grow older.
    if (this.view.unrest.value !== null) this.view.unrest.value = { ...this.view.unrest.value, oldS: this.#rest.unrest.oldS };
    const { was, isLong } = this.#loss;
    if (was === 'running') this.#timeline.pass(passedMs);
    const over = was !== 'paused' && this.#timeline.over;
    // Nobody answered, or the time is over.
    if ((over || isLong) && this.#parts.connected.value && was !== null) {
      this.view.fault.value = 'stopped-after-link';
      void this.#stop('link-lost', nowMs);
    } else if (over || isLong) this.#finish('link-lost', nowMs);
    if (this.#timer !== null && this.#elapsed.leastMs >= this.#timer.overMs) {
      this.#finish('link-lost', nowMs);
      this.#go('ran-out');
      // It does no harm to a device that rests, and the next link sends it.
      if (this.#stopAsked) this.#parts.onStopOwed?.();
    }
  }

  #steer(): void {
    if (!this.#steering) void this.#steerOnce();
  }

  /** Whether all commands were sent. */
  async #steerOnce(): Promise<boolean> {
    const target = mayMove(this.view.state.value) ? this.#timeline.target() : null;
    if (target === null) return false;
    if (!target.quiet && this.#faulty) {
      this.#endAs(describeDeviceEnd('fault', this.#parts.driver.telemetry.peek()));
      return false;
    }
    // Somebody switched it off, or it is about to move again. A few ticks tell.
    if (this.#run.rests) return true;
    this.#steering = true;
    let told = false;
    if (!target.quiet && !this.#actuator.moving) this.#beginRun();
    const toRest = target.quiet && this.#actuator.moving;
    if (toRest) {
      this.#run.forget();
      this.#rest.begin('rest');
    } else if (!target.quiet) this.#rest.end();
    try {
      this.#there = await this.#actuator.steer(target);
      if (toRest) this.#rest.answered();
      this.#failures = 0;
      told = true;
    } catch (error) {
      this.#failed(error, false);
    } finally {
      this.#steering = false;
    }
    this.#show();
    return told;
  }

  /**
   * Handles a failed command. One failure may be chance; several failures, or a refusal, end the session. A failure to come to rest always
   * ends it.
   */
  #failed(error: unknown, atRest: boolean): void {
    if (!(error instanceof BluetoothFault || error instanceof DriverFault)) console.error('session', error);
    // The owner of the link reports a lost link, and the device is not at fault.
    const gone = error instanceof BluetoothFault && (error.code === 'disconnected' || error.code === 'aborted');
    // Once it is to stop, only the stop counts.
    if (gone || !this.#isOn || !this.#parts.connected.value) return;
    if (error instanceof DriverFault && error.code === 'control-taken') {
      this.#release(describeTaken(this.#parts.driver.telemetry.value.controlTaken ?? 'other-host'));
      return;
    }
    this.#failures++;
    const refused = error instanceof DriverFault && error.code !== 'not-ready';
    if (refused && error.reason === 'fault') this.#endAs(describeDeviceEnd('fault', this.#parts.driver.telemetry.value));
    else if (refused && error.code === 'not-pressed') this.#giveUp('not-pressed', 'did-not-start');
    else if (refused || atRest || this.#failures > FAILURES_ALLOWED) this.#giveUp(refused ? 'device-refused' : 'commands-failed', 'fault');
  }

  #giveUp(fault: SessionFault, end: SessionEnd): void {
    this.#endAs({ end, fault, deviceFault: null });
  }

  /** Ends the session for that reason. A stop is sent as well: what the device said may be a mistake. */
  #endAs({ end, fault, deviceFault }: HowItEnded): void {
    this.view.set({ fault, deviceFault });
    void this.stop(end);
  }

  /** Whether a session is on that its device, or a failure, may end. */
  get #isOn(): boolean {
    return ['armed', 'running', 'paused'].includes(this.view.state.value);
  }

  get #faulty(): boolean {
    return this.#parts.driver.telemetry.peek().fault !== undefined;
  }

  get #phase(): RunPhase {
    if (this.#actuator.moving) return 'moving';
    if (this.#actuator.starting) return 'starting';
    return this.view.state.value === 'armed' ? 'before' : 'resting';
  }

  /** Every report of the device. */
  #hear(): void {
    const telemetry = this.#parts.driver.telemetry.peek();
    const state = this.view.state.value;
    const { remainingS } = this.#parts.driver.heard.peek();
    if (remainingS !== undefined) this.#saidUntilMs = this.#elapsed.ms + remainingS * 1000;
    this.#checkExcess();
    if (this.#checkStartedByHand()) return;
    this.#hearMovement();
    const { controlTaken } = telemetry;
    const { capabilities, heard } = this.#parts.driver;
    const ended = this.#isOn ? this.#deviceRun.hear(telemetry, heard.peek(), this.#phase, capabilities.peek().pauses) : null;
    if (ended !== null) this.#endAs(describeDeviceEnd(ended, telemetry));
    else if (controlTaken !== undefined && (state === 'running' || state === 'paused')) this.#release(describeTaken(controlTaken));
    else if (state === 'stopping' || state === 'unstopped' || state === 'silent') this.#checkFault(telemetry);
    this.#judgeRest();
    this.#judgeBack();
  }

  /** A fault on the way to rest is why nothing may start again before somebody has read it. */
  #checkFault(telemetry: Telemetry): void {
    if (this.view.deviceFault.value !== null || !this.#faulty) return;
    const { fault, deviceFault } = describeDeviceEnd('fault', telemetry);
    this.view.set({ deviceFault, fault: this.view.fault.value ?? fault });
    if (deviceFault !== null) this.#keeper?.addLater({ fault: deviceFault });
    this.#show();
  }

  /** Whether somebody started it at the device while the session was held: nothing that moves it, or ends its run, comes from here any more. */
  #checkStartedByHand(): boolean {
    if (!this.#foundAtRest || this.view.state.value !== 'paused') return false;
    const { capabilities, heard } = this.#parts.driver;
    if (!findMovements(capabilities.peek(), heard.peek()).some(({ moves }) => moves)) return false;
    this.#foundAtRest = false;
    this.#release({ end: 'at-device', fault: 'other-run', deviceFault: null });
    return true;
  }

  #hearMovement(): void {
    const reduced = this.#run.hear(this.#actuator);
    if (Object.keys(reduced).length === 0) return;
    // A hand at the device wins: no level rises above that without a tap.
    this.#timeline.holdAt(reduced);
    this.#actuator.leaveAt(reduced);
  }

  /** Right before a start is handed over. */
  #beginRun(): void {
    this.#deviceRun.began(this.#parts.driver.telemetry.peek());
    this.#run.began();
    this.#ages.began();
    this.#saidUntilMs = null;
    this.#foundAtRest = false;
    this.#activeBeforeMs = this.#activeMs;
  }

  /**
   * The highest level holds for what is measured as well. A pressure above the device's own highest level is stopped in other hands too
   * (docs/open-recovery-profile.md, "What a host must do").
   */
  #checkExcess(): void {
    const { driver, connected } = this.#parts;
    const state = this.view.state.value;
    const released = state === 'released';
    // Its link is back, and what it does is not settled yet.
    const back = state === 'unknown' && this.#loss.isBack && connected.value;
    if (!this.#isOn && !released && !back) return;
    const capabilities = driver.capabilities.peek();
    const limits = released ? computeLimits(capabilities) : this.limits;
    const excess = findExcess(capabilities, limits, driver.heard.peek());
    if (excess === null || (released && excess.what !== 'pressure')) return;
    if (back) this.#loss.settled();
    this.view.excess.value = excess;
    this.#giveUp('too-high', 'too-high');
  }

  /** Somebody else controls the device: nothing more is sent but a stop. */
  #release({ end, fault }: HowItEnded): void {
    const notStarted = this.view.state.value === 'armed';
    this.view.fault.value = fault;
    this.#finish(end);
    if (notStarted) {
      // Nothing was started here.
      this.#go('retire');
      this.#parts.onRest?.();
    } else this.#goReleased();
    this.#show();
  }

  #goReleased(): void {
    this.#go('taken');
    this.#rest.begin('rest');
    this.#rest.answered();
  }

  /** Brings the device to rest for a pause. */
  async #quieten(): Promise<void> {
    this.#rest.begin('rest');
    try {
      await this.#actuator.quiet();
      this.#rest.answered();
    } catch (error) {
      // A stop replaced it, so what the device reports decides.
      if (error instanceof BluetoothFault && error.code === 'superseded') this.#rest.answered();
      else this.#failed(error, true);
    }
  }

  async #sendStop(): Promise<StopResult> {
    const { clock, connected } = this.#parts;
    this.#rest.begin('stop');
    const result: StopResult = !connected.value
      ? 'not-sent'
      : await tryToStop({
          send: () => this.#actuator.stop(),
          mayTryAgain: () => connected.value && this.view.state.value === 'stopping',
          clock,
          signal: this.#over.signal,
        });
    if (this.view.state.value === 'ended') return 'taken';
    const refusedBefore = this.#rest.unrest.refused;
    if (result === 'not-sent' && connected.value && this.#rest.notSent()) {
      // What the device answered to the stop before holds.
      this.#judgeRest();
      this.#show();
      return refusedBefore === null ? 'taken' : { refused: refusedBefore };
    }
    if (result === 'not-sent') {
      this.view.fault.value = 'stop-not-told';
      this.#go('untold');
    } else {
      // The failure of an earlier stop no longer holds.
      if (NOT_DELIVERED.has(this.view.fault.value)) this.view.fault.value = null;
      this.#rest.answered(result === 'taken' ? null : result.refused);
      this.#judgeRest();
    }
    this.#show();
    return result;
  }

  /** A device that was told to rest is believed when it reports rest. */
  #judgeRest(): void {
    const state = this.view.state.value;
    if (state === 'released' && this.#rest.judge() === 'rests') {
      this.#go('rests');
      // Whoever controls it may start it again.
      this.#rest.end();
    }
    const stopped = state === 'stopping' || state === 'unstopped' || state === 'silent';
    const paused = state === 'paused' || (state === 'running' && !this.#actuator.moving);
    if (state === 'ended') this.#watchOn();
    if (!stopped && !paused) return;
    const verdict = this.#rest.judge();
    if (verdict === 'waiting') return;
    if (verdict === 'moves') {
      this.view.unrest.value = this.#rest.unrest;
      if (stopped) {
        this.#setRest('moves');
        this.#go('moves');
      } else this.#giveUp('pause-ignored', 'fault');
    } else if (stopped && verdict === 'silent') this.#go('silent');
    else if (stopped) {
      if (verdict === 'rests') this.#setRest('seen');
      this.#go('rests');
    }
    this.#show();
  }

  /** After the end. */
  #watchOn(): void {
    if (this.#rest.judge() === 'moves') {
      this.view.set({ unrest: this.#rest.unrest, dismissed: false });
      this.#setRest('moves');
      this.#go('moves');
      this.#parts.onUnrest?.();
      this.#show();
    } else if (!this.#rest.goesOn) this.#rest.end();
  }

  #linkLost(): void {
    const state = this.view.state.value;
    // It took the stop, and nothing that it reported since moves.
    if (state === 'stopping' && this.#rest.restsSoFar) {
      this.#setRest('seen');
      this.#go('rests');
      this.#show();
      return;
    }
    if (state === 'unknown') this.#lostAgain();
    if (!this.#go('link-lost')) {
      if (state === 'ended') this.#rest.end();
      return;
    }
    if (state === 'unstopped' || state === 'silent' || (state === 'stopping' && this.#rest.isAnswered)) {
      // It answered the stop: what is owed is not a stop, but that somebody sees it rest.
      this.#stopAsked = false;
      if (this.view.unrest.value?.refused == null) this.view.fault.value = 'rest-not-seen';
    }
    this.#rest.lost();
    this.#followTimer();
    this.#loss.lost({
      was: state === 'running' || state === 'paused' || state === 'released' ? state : 'other',
      elapsedS: this.#deviceRun.elapsedS,
      phase: this.#phase,
    });
    this.view.asks.value = false;
    this.#actuator.forget();
    this.#run.forget();
    this.#there = false;
    if (this.view.end.value === null) this.view.fault.value = 'link-lost';
    this.#note(this.#nowMs());
    this.#show();
  }

  #lostAgain(): void {
    this.#loss.lostAgain();
    this.view.asks.value = false;
    if (this.view.end.value === null) this.view.fault.value = 'link-lost';
    this.#show();
  }

  #linkBack(): void {
    if (this.view.state.value === 'ended' && this.view.fault.value === 'link-lost') this.view.fault.value = null;
    if (this.view.state.value !== 'unknown') return;
    if (this.#loss.was === 'released' && !this.#stopAsked) {
      // Somebody else's run: a stop that nobody asked for would end it.
      this.#loss.settled();
      this.#goReleased();
      this.#show();
      return;
    }
    // It is not lost any more.
    const ranOn = this.view.fault.value === 'link-lost';
    if (ranOn) this.view.fault.value = null;
    if (this.#loss.was === null || this.view.end.value !== null) {
      this.#loss.settled();
      if (ranOn) this.view.fault.value = 'stopped-after-link';
      void this.stop('link-lost');
      return;
    }
    this.#loss.back();
    this.#judgeBack();
    this.#show();
  }

  /** After a lost link, what the device reports decides. */
  #judgeBack(): void {
    if (this.view.state.value !== 'unknown' || !this.#loss.isBack || !this.#parts.connected.value) return;
    const telemetry = this.#parts.driver.telemetry.peek();
    if (telemetry.controlTaken !== undefined) {
      this.#loss.settled();
      this.#release(describeTaken(telemetry.controlTaken));
      return;
    }
    if (telemetry.fault !== undefined) {
      this.#loss.settled();
      this.#endAs(describeDeviceEnd('fault', telemetry));
      return;
    }
    const step = this.#loss.judge(telemetry);
    if (step === 'wait') return;
    if (step === 'ask') this.view.set({ asks: true, fault: null });
    else {
      this.#loss.settled();
      this.#carryOn(step, telemetry);
    }
    this.#show();
  }

  #carryOn(step: Exclude<LinkBackStep, 'wait' | 'ask'>, telemetry: Telemetry): void {
    this.#failures = 0;
    this.view.set({ fault: null, asks: false });
    switch (step) {
      case 'stop':
        this.view.fault.value = 'stopped-after-link';
        void this.stop('link-lost');
        break;
      case 'ended':
        this.#endAs(describeDeviceEnd(telemetry.ended ?? 'not-said', telemetry));
        break;
      case 'other-run':
        this.#release({ end: 'at-device', fault: 'other-run', deviceFault: null });
        break;
      case 'rests':
        this.#foundAtRest = this.#go('hold');
        this.view.fault.value = 'rests-after-link';
        break;
      case 'pause':
        this.#go('hold');
        void this.#quieten();
        break;
      case 'take-over':
        this.#timeline.pass(this.#elapsed.ms - this.#lastTickMs);
        this.#lastTickMs = this.#elapsed.ms;
        this.#go('restore');
        // A person may have lowered it meanwhile.
        this.#takeOver(findLeftLevels(this.#parts.driver.capabilities.peek(), telemetry, true) ?? {});
        this.#hearMovement();
        if (this.#timeline.over) void this.stop('link-lost');
        else this.#steer();
    }
  }

  #takeOver(left: LeftLevels): void {
    this.#timeline.holdAt(left);
    this.#actuator.takeOver(left);
  }

  #note(nowMs: number): void {
    const known = this.view.state.value !== 'unknown';
    const seen = observe(this.#parts.driver, known ? this.#actuator : null);
    this.#keeper?.note(nowMs, seen, Math.round(this.#activeMs / 1000));
  }

  #finish(end: SessionEnd, nowMs = this.#nowMs()): void {
    if (this.view.end.value !== null) return;
    this.view.set({ end, rest: this.#restAtEnd });
    this.#note(nowMs);
    const fault = this.view.deviceFault.value;
    void this.#keeper?.close(end, nowMs, { ...(fault === null ? {} : { fault }), ...this.#lateRest });
    this.#show();
  }

  /** A device that was told to stop is not known to rest before it reports that. */
  get #restAtEnd(): SessionRest | null {
    if (!['stopping', 'unknown'].includes(this.view.state.value)) return null;
    if (this.#rest.mayReport) return 'not-seen';
    const { silentAfterStop, capabilities } = this.#parts.driver;
    return silentAfterStop === true && reportsMovement(capabilities.peek()) ? 'not-asked' : null;
  }

  get #lateRest(): LateReport {
    const { value } = this.view.rest;
    return value === null ? {} : { rest: value };
  }

  /** What the device reported after the stop, on screen and in the record. */
  #setRest(rest: SessionRest): void {
    if (this.view.rest.value === rest) return;
    this.view.rest.value = rest;
    this.#keeper?.addLater({ rest });
  }

  #go(event: SafetyEvent): boolean {
    const after = next(this.view.state.value, event);
    if (after === null) return false;
    this.view.state.value = after;
    if (event === 'rests' || event === 'ran-out') {
      this.view.unrest.value = null;
      this.#parts.onRest?.();
    }
    // Whether a stop arrived no longer matters. After `retire` it does, as long as the device is marked.
    if (after === 'ended' && event !== 'retire' && NOT_DELIVERED.has(this.view.fault.value)) this.view.fault.value = null;
    if (event === 'ran-out' || event === 'retire') this.#rest.end();
    return true;
  }

  #letGo(): void {
    this.#over.abort();
    this.#unwatch();
    this.#rest.close();
    this.#ages.close();
  }

  #show(): void {
    const { driver, connected } = this.#parts;
    const { temperatureC, speedKmh } = driver.telemetry.value;
    const { here } = this.#timeline;
    const index = here?.index ?? Math.max(0, this.plan.steps.length - 1);
    const state = this.view.state.value;
    const over = this.view.end.value !== null;
    const lost = state === 'unknown' && !connected.value;
    const stopWaits = lost && this.#stopAsked;
    const resting = this.plan.steps[index]?.pause === true;
    const withoutLink = lost ? this.#loss.describe(this.#ownTimerUntilMs, this.#nowMs()) : null;
    this.view.set({
      stepIndex: index,
      stepRemainingS: over ? 0 : (here?.leftMs ?? 0) / 1000,
      remainingS: over ? 0 : (here?.allLeftMs ?? 0) / 1000,
      levels: zoneViews(driver, this.#actuator, this.#timeline.levels(index), this.#ages),
      speedKmh: speedKmh === undefined ? null : { value: speedKmh, oldS: this.#ages.oldS('speedKmh') },
      temperatureC: {
        told: this.#actuator.temperatureC,
        measured: temperatureC === undefined ? null : { value: temperatureC, oldS: this.#ages.oldS('temperatureC') },
      },
      doing: describeRunning({
        ...{ state, resting, stopWaits, withoutLink },
        ...{
          there: this.#there,
          unheard: this.#actuator.moving && this.#ages.unheard,
          connected: connected.value,
          asks: this.view.asks.value,
        },
      }),
      stopWaits,
      withoutLink,
    });
  }
}
