// One long file, because every command shares the turn, and what was sent last, with a stop that may cut into it.

import { BluetoothFault } from '../../bluetooth/fault';
import type { Clock } from '../../core/clock';
import { type DeviceDriver, type DriverCommand, DriverFault, type Zone } from '../driver';
import { type Limits, RAMP_PER_S } from '../safety/limits';
import { DeviceTimer } from './device-timer';
import type { LeftLevels } from './left-levels';
import { measuredLevel } from './measured-level';
import { nextLevel } from './ramp';
import type { TargetState } from './target-state';
import { Unheeded } from './unheeded';

export interface ActuatorParts {
  readonly driver: DeviceDriver;
  readonly clock: Clock;
  readonly limits: () => Limits;
  /** Asked right before sending anything except a stop. */
  readonly mayMove: () => boolean;
  /** Whether the zone falls, as by a hand at the device: nothing is sent to it meanwhile. */
  readonly falls: (zone: string) => boolean;
}

interface ZoneState {
  readonly level: number;
  /** The device was left at this level, by a hand at it or by an earlier link: it was not sent. */
  readonly left?: true;
  readonly atMs: number;
  readonly target: number;
  readonly wishedPerS: number | null;
}

/** Answers that a device may give to a command that it accepts only while it runs. */
const NOT_YET = ['not-ready', 'refused-by-device', 'control-taken'] as const;

/** The session changed course meanwhile: send nothing more. */
class Left extends Error {}

/**
 * Brings a device to the state that a session asks for, step by step: timer, start, then levels by ramp. Keeps in memory what was sent to
 * the device. Call `forget` when the link is lost, because the device's state is unknown then. Call `steer` about once a second, and never
 * while an earlier call is running. Throws what the driver throws.
 */
export class Actuator {
  readonly #parts: ActuatorParts;
  readonly #timer: DeviceTimer;
  readonly #flying = new Set<Promise<void>>();
  readonly #zones = new Map<string, ZoneState>();
  readonly #unheeded = new Unheeded();
  /** Zones that were set at least once: at rest they are set to 0. */
  readonly #used = new Set<string>();
  #mode: 'not-known' | 'off' | 'quiet' | 'moving' = 'not-known';
  #temperatureC: number | null = null;
  #programme: string | null = null;
  /** Counts changes between moving and rest. Work from before a change is not continued. */
  #turn = 0;
  #starting = false;
  /** What was set when the link was lost. */
  #beforeLoss: { readonly temperatureC: number | null; readonly programme: string | null } = { temperatureC: null, programme: null };
  /** In a run that was taken over: the temperature that was set last; null in any other run. */
  #takenOver: { readonly temperatureC: number | null } | null = null;

  constructor(parts: ActuatorParts) {
    this.#parts = parts;
    const { timerS, timerByStart = false } = parts.driver.capabilities.value;
    this.#timer = new DeviceTimer(timerS, timerByStart);
  }

  get moving(): boolean {
    return this.#mode === 'moving';
  }
  /** A start was handed over, and is not answered yet. */
  get starting(): boolean {
    return this.#starting;
  }
  /** When the device's own timer ends the session, as last sent, epoch ms. Kept after a lost link. */
  get timerUntilMs(): number | null {
    return this.#timer.untilMs;
  }
  get temperatureC(): number | null {
    return this.#temperatureC;
  }
  /** The level last sent to each zone; zones with an unknown level are missing. */
  get levels(): Readonly<Record<string, number>> {
    const resting = this.#mode === 'quiet' || this.#mode === 'off';
    if (resting) return Object.fromEntries([...this.#used].map((id) => [id, 0]));
    return Object.fromEntries([...this.#zones].flatMap(([id, { level, left }]) => (left ? [] : [[id, level]])));
  }
  /** The level that each zone was sent last, or left at. */
  get known(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#zones].map(([id, { level }]) => [id, level]));
  }

  /** Moves one step closer to the target. True when it is reached. */
  async steer(target: TargetState): Promise<boolean> {
    try {
      if (target.quiet) {
        if (this.#mode !== 'quiet') await this.quiet();
        return true;
      }
      if (this.#mode !== 'moving') await this.#begin(target);
      await this.#setTimer(target.leftS);
      await this.#setOnce(target);
      let there = true;
      for (const zone of this.#parts.driver.capabilities.value.zones) {
        const level = target.levels[zone.id];
        if (level !== undefined && !(await this.#setZone(zone, level, target))) there = false;
      }
      return there;
    } catch (error) {
      if (error instanceof Left) return false;
      throw error;
    }
  }

  /** Stops all movement until the next `steer`. A device that cannot pause is stopped. */
  async quiet(): Promise<void> {
    const { driver } = this.#parts;
    const pauses = driver.capabilities.value.pauses;
    this.#atRest('quiet', !pauses);
    await this.#surely(() => (pauses ? driver.apply({ kind: 'pause' }) : driver.stop()));
    if (!pauses) this.#timer.forget();
  }

  /** Switches everything off. The first stop is sent before this returns. */
  async stop(): Promise<void> {
    this.#atRest('off', true);
    await this.#surely(() => this.#parts.driver.stop());
    // Forget the timer only now: a device that missed the stop still has it.
    this.#timer.forget();
  }

  /** Call when the link is gone. */
  forget(): void {
    this.#turn++;
    if (this.#mode === 'moving') this.#beforeLoss = { temperatureC: this.#temperatureC, programme: this.#programme };
    this.#mode = 'not-known';
    this.#takenOver = null;
    this.#forgetLevels();
    this.#temperatureC = null;
    this.#programme = null;
  }

  /** Goes on with a device that still runs, without a start, from the levels that it was left at. */
  takeOver(left: LeftLevels): void {
    const { temperatureC, programme } = this.#beforeLoss;
    this.forget();
    this.#timer.takenOver();
    this.#mode = 'moving';
    this.#programme = programme;
    this.#takenOver = { temperatureC };
    this.leaveAt(left);
  }

  /** Somebody at the device set these levels: the next ones go on from there. */
  leaveAt(levels: LeftLevels): void {
    const atMs = this.#parts.clock.now();
    this.#parts.driver.leaveAt?.(levels);
    for (const [id, level] of Object.entries(levels))
      if (level !== null) this.#zones.set(id, { level, left: true, atMs, target: level, wishedPerS: null });
  }

  /** Sends a manual command that is not part of the session. */
  async byHand(command: Extract<DriverCommand, { kind: 'nudge' | 'toggle' }>): Promise<void> {
    await this.#tell(command);
  }

  #atRest(mode: 'off' | 'quiet', off: boolean): void {
    this.#turn++;
    this.#mode = mode;
    this.#takenOver = null;
    this.#forgetLevels();
    if (!off) return;
    this.#temperatureC = null;
    this.#programme = null;
  }

  /** An earlier command may reach the device after this one, so this one is sent twice. */
  async #surely(command: () => Promise<void>): Promise<void> {
    const turn = this.#turn;
    const before = [...this.#flying];
    await command();
    const ends = await Promise.allSettled(before);
    if (turn === this.#turn && ends.some(({ status }) => status === 'fulfilled')) await command();
  }

  async #begin(target: TargetState): Promise<void> {
    const { driver, mayMove } = this.#parts;
    if (!mayMove()) throw new Left();
    // A zone that only toggles is known to be off only after everything was switched off.
    if (driver.capabilities.value.zones.some(({ id, toggleOnly }) => toggleOnly === true && id in target.levels)) await this.stop();
    this.#turn++;
    this.#forgetLevels();
    this.#timer.forget();
    // Set the timer before anything moves, so that the session ends whatever happens; and again afterwards, for devices that accept it only
    // while running.
    await this.#setTimer(target.leftS, NOT_YET);
    // Some devices start with the values that were set before the start.
    await this.#setOnce(target, NOT_YET);
    this.#starting = true;
    try {
      await this.#tell({ kind: 'start' }, ['not-supported']);
    } finally {
      this.#starting = false;
    }
    this.#timer.started(this.#parts.clock.now());
    this.#temperatureC = null;
    this.#mode = 'moving';
  }

  async #setTimer(leftS: number, forgive: readonly DriverFault['code'][] = []): Promise<void> {
    const { clock } = this.#parts;
    const seconds = this.#timer.wanted(leftS, clock.now());
    if (seconds === null) return;
    if (await this.#tell({ kind: 'timer', seconds }, forgive)) this.#timer.told(seconds, clock.now());
  }

  async #setOnce({ programme, temperatureC }: TargetState, forgive: readonly DriverFault['code'][] = []): Promise<void> {
    if (programme !== undefined && programme !== this.#programme) {
      if (await this.#tell({ kind: 'programme', id: programme }, forgive)) this.#programme = programme;
    }
    const range = this.#parts.limits().temperatureC;
    if (temperatureC === undefined || range === null) return;
    const celsius = Math.min(range.max, Math.max(range.min, temperatureC));
    if (celsius === this.#temperatureC) return;
    // Somebody may have lowered it, and nothing of a run that was taken over rises without a tap.
    const left = this.#temperatureC ?? this.#takenOver?.temperatureC ?? null;
    if (this.#takenOver !== null && left !== null && celsius >= left) return;
    if (await this.#tell({ kind: 'temperature', celsius }, forgive)) this.#temperatureC = celsius;
  }

  #forgetLevels(): void {
    this.#zones.clear();
    this.#unheeded.forget();
  }

  /** True when the zone is at its target. Throws `refused-by-device` when a held zone stays above its level. */
  async #setZone(zone: Zone, wished: number, { rampS, held, unknown }: TargetState): Promise<boolean> {
    const nowMs = this.#parts.clock.now();
    const before = this.#zones.get(zone.id) ?? null;
    // Whatever is sent could raise it.
    if (this.#takenOver !== null && before === null && unknown.has(zone.id) && !held.includes(zone.id)) return true;
    if (zone.control !== 'absolute') {
      if ((before?.level ?? (zone.toggleOnly === true ? 0 : null)) === wished) return true;
      const command = zone.toggleOnly === true ? ({ kind: 'toggle', zone: zone.id } as const) : null;
      const told = await this.#tell(command ?? { kind: 'level', zone: zone.id, level: wished });
      if (told) this.#keep(zone.id, { level: wished, atMs: nowMs, target: wished, wishedPerS: null });
      return told;
    }
    const range = this.#parts.limits().levels[zone.id];
    if (range === undefined) return true;
    if (this.#parts.falls(zone.id)) return false;
    // It is there, though nothing was sent.
    if (before?.left && wished === before.level) return true;
    const to = Math.min(range.max, Math.max(range.min, wished));
    const from = before?.level ?? range.min;
    const fresh = before === null || before.target !== to;
    const wishedPerS = !fresh ? before.wishedPerS : rampS > 0 ? Math.abs(to - from) / rampS : null;
    // A ramp starts with its step, however long the previous level lasted.
    const sinceMs = before !== null && fresh && wishedPerS !== null ? nowMs : before?.atMs;
    const sinceS = sinceMs === undefined ? 1 : (nowMs - sinceMs) / 1000;
    const limitPerS = RAMP_PER_S[zone.unit ?? 'level'];
    const step = nextLevel({ range, from, to, sinceS, limitPerS, wishedPerS });
    const again = before !== null && held.includes(zone.id) && this.#mustRepeat(zone, before.level, range.step, nowMs);
    // If the range starts above 0, its minimum is the lowest level.
    const level = before === null && (range.min > 0 || step === null) ? range.min : (step ?? (again ? before.level : null));
    if (before !== null && fresh) this.#zones.set(zone.id, { ...before, atMs: sinceMs ?? nowMs, target: to, wishedPerS });
    if (level === null) return Math.abs(from - to) < range.step;
    if (!(await this.#tell({ kind: 'level', zone: zone.id, level }))) return false;
    this.#keep(zone.id, { level, atMs: nowMs, target: to, wishedPerS });
    return Math.abs(level - to) < range.step;
  }

  #mustRepeat(zone: Zone, told: number, step: number, nowMs: number): boolean {
    const measured = measuredLevel(zone, this.#parts.driver.telemetry.value);
    const verdict = this.#unheeded.judge(zone.id, told, measured, step, nowMs);
    if (verdict === 'ignored') throw new DriverFault('refused-by-device', `${zone.id}: ${measured} instead of ${told}`);
    return verdict === 'again';
  }

  #keep(id: string, state: ZoneState): void {
    this.#zones.set(id, state);
    this.#used.add(id);
  }

  /** Whether the command was sent. False when a newer command replaced it, or when the device refused it for a reason that is ignored. */
  async #tell(command: DriverCommand, forgive: readonly DriverFault['code'][] = []): Promise<boolean> {
    const { driver, mayMove } = this.#parts;
    if (!mayMove()) throw new Left();
    const turn = this.#turn;
    const told = driver.apply(command);
    this.#flying.add(told);
    try {
      await told;
    } catch (error) {
      const superseded = error instanceof BluetoothFault && error.code === 'superseded';
      if (superseded || (error instanceof DriverFault && forgive.includes(error.code))) return false;
      throw error;
    } finally {
      this.#flying.delete(told);
    }
    if (turn !== this.#turn || !mayMove()) throw new Left();
    return true;
  }
}
