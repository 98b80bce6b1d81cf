import type { ModelPacket, ModelReply, ModelService, PeripheralModel } from '../../../lib/simulated/model';
import { CONTROL, FEATURE, MEASUREMENT, PROGRAMMES, RANGES, SERVICES, STATUS } from './uuids';

// One long file, because it is one device: a second one, written from docs/open-recovery-profile.md alone, byte by byte. It uses nothing of
// the product, so that a mistake in a decoder is not made twice. Bad devices override a method each.

export interface PaperZone {
  readonly zone: number;
  /** 0 level, 1 percent, 2 mmHg. */
  readonly unit: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface PaperSpec {
  readonly name: string;
  /** 1 massage, 2 percussion, 3 compression. */
  readonly class: number;
  readonly minor: number;
  readonly zones: readonly PaperZone[];
  readonly programmes: readonly (readonly [id: number, name: string])[];
  readonly watchdogS: number;
  readonly timerMinS: number;
  readonly timerMaxS: number;
  readonly pauses: boolean;
  readonly pressure: boolean;
  readonly temperature: boolean;
  readonly restMs: number;
  /** How fast the output rises, in the zone's unit per second. */
  readonly risesPerS: number;
  readonly answerMs: number;
}

export const OK = 1;
export const UNSUPPORTED = 2;
export const BAD = 3;
export const WRONG_STATE = 4;
export const NO_CONTROL = 5;
export const NO_TIMER = 6;
export const FAULT = 7;
export const PRESS = 8;

export const IDLE = 0;
export const RUNNING = 1;
export const PAUSED = 2;
export const STOPPING = 3;
export const FAULTY = 4;

const TICK_MS = 100;
const LONGEST_PAUSE_MS = 600_000;
const PACKET_BYTES = 20;
/** Bytes of each command, by op code. */
const LENGTHS = [1, 1, 4, 2, 3, 1, 1, 1, 1];

export class PaperDevice implements PeripheralModel {
  readonly address: string = '5E:B0:00:00:00:30';
  readonly spec: PaperSpec;
  state = IDLE;
  fault = 0;
  lastEnd = 0;
  programme: number;
  /** Ms of running time at which the timer ends; null for none. */
  endsAt: number | null = null;
  elapsedMs = 0;
  quietMs = 0;
  pausedMs = 0;
  stoppingMs = 0;
  held = false;
  indicates = false;
  linked = false;
  /** Null until it is switched on by the first call. */
  since: number | null = null;
  now = 0;
  readonly set: number[];
  readonly out: number[];
  readonly mmHg: number[];
  outbox: ModelPacket[] = [];
  statusDueMs = 0;
  measureDueMs = 0;

  constructor(spec: PaperSpec) {
    this.spec = spec;
    this.programme = this.firstProgramme();
    this.set = spec.zones.map(() => 0);
    this.out = spec.zones.map(() => 0);
    this.mmHg = spec.zones.map(() => 0);
  }

  get name(): string {
    return this.spec.name;
  }
  get advertised(): readonly string[] {
    return [this.serviceId()];
  }
  get services(): readonly ModelService[] {
    return [{ uuid: this.serviceId(), characteristics: this.characteristics() }];
  }

  serviceId(): string {
    return SERVICES[this.spec.class - 1] ?? SERVICES[0];
  }

  characteristics(): ModelService['characteristics'] {
    const none = { read: false, write: false, writeWithoutResponse: false, notify: false, indicate: false };
    return [
      { uuid: FEATURE, properties: { ...none, read: true } },
      { uuid: RANGES, properties: { ...none, read: true } },
      { uuid: PROGRAMMES, properties: { ...none, read: true } },
      { uuid: CONTROL, properties: { ...none, write: true, indicate: true } },
      { uuid: STATUS, properties: { ...none, read: true, notify: true } },
      { uuid: MEASUREMENT, properties: { ...none, notify: true } },
    ];
  }

  // What it says about itself.

  featureBytes(): number[] {
    const { class: kind, minor, zones, programmes, watchdogS, timerMinS, timerMaxS, restMs } = this.spec;
    return [
      ...[1, minor, kind, zones.length, programmes.length, watchdogS],
      ...[...u16(timerMinS), ...u16(timerMaxS), ...u16(this.flags()), ...u16(restMs), 0, 0],
    ];
  }

  flags(): number {
    const { pauses, pressure, temperature } = this.spec;
    return (pauses ? 1 : 0) + (pressure ? 2 : 0) + (temperature ? 4 : 0);
  }

  rangeBytes(): number[] {
    return this.spec.zones.flatMap(({ zone, unit, min, max, step }) => [zone, unit, ...u16(min), ...u16(max), ...u16(step)]);
  }

  programmeBytes(): number[] {
    return this.spec.programmes.flatMap(([id, name]) => [id, Buffer.byteLength(name), ...Buffer.from(name)]);
  }

  statusBytes(event: number): number[] {
    const left = this.endsAt === null ? 0 : Math.max(0, Math.ceil((this.endsAt - this.elapsedMs) / 1000));
    const end = this.spec.minor === 0 ? 0 : this.lastEnd;
    return [event, this.state, this.fault, this.held ? 1 : 0, ...u16(left), ...u16(Math.floor(this.elapsedMs / 1000)), this.programme, end];
  }

  /** The zones of one packet, and whether it has room for all. */
  packets(): number[][] {
    const { pressure, temperature, zones } = this.spec;
    const tail = temperature ? u16(271) : [];
    const each = Math.floor((PACKET_BYTES - 2 - tail.length) / (pressure ? 5 : 3));
    const made: number[][] = [];
    for (let at = 0; at < zones.length; at += each) {
      const part = zones.slice(at, at + each);
      const values = part.flatMap((one) => this.zoneBytes(zones.indexOf(one)));
      made.push([(pressure ? 1 : 0) + (temperature ? 2 : 0), part.length, ...values, ...tail]);
    }
    return made;
  }

  zoneBytes(place: number): number[] {
    const level = Math.round(this.out[place] ?? 0);
    const pressure = this.spec.pressure ? u16(Math.round(this.pressureUnits(this.mmHg[place] ?? 0))) : [];
    return [this.spec.zones[place]?.zone ?? 0, ...u16(level), ...pressure];
  }

  pressureUnits(mmHg: number): number {
    return mmHg * 10;
  }

  // What it answers.

  /** The result for a write, in the order of the document. */
  obey(bytes: readonly number[]): number {
    const [op = 0] = bytes;
    return this.refusal(op, bytes) ?? this.carryOut(op, bytes);
  }

  refusal(op: number, bytes: readonly number[]): number | null {
    if (!this.knows(op)) return UNSUPPORTED;
    if (!this.fits(op, bytes)) return BAD;
    if (op === 0) return this.requestRefusal();
    if (!this.permits(op)) return NO_CONTROL;
    if (op === 5 && this.state === FAULTY) return FAULT;
    if (op === 5 && this.state === STOPPING) return WRONG_STATE;
    if (op === 6 && this.state !== RUNNING) return WRONG_STATE;
    if (op === 5 && this.state === IDLE && !this.hasTimer()) return NO_TIMER;
    if (op === 2 && !this.levelFits(bytes[1] ?? 0, (bytes[2] ?? 0) + 256 * (bytes[3] ?? 0))) return BAD;
    if (op === 3 && !this.programmeFits(bytes[1] ?? 0)) return BAD;
    if (op === 4 && !this.timerFits((bytes[1] ?? 0) + 256 * (bytes[2] ?? 0))) return BAD;
    return null;
  }

  knows(op: number): boolean {
    return op <= 8 && (op !== 6 || this.spec.pauses);
  }

  fits(op: number, bytes: readonly number[]): boolean {
    return bytes.length === LENGTHS[op];
  }

  requestRefusal(): number | null {
    return null;
  }

  permits(op: number): boolean {
    return this.held || op === 7;
  }

  hasTimer(): boolean {
    return this.endsAt !== null;
  }

  levelFits(zone: number, level: number): boolean {
    const range = this.spec.zones.find((one) => one.zone === zone);
    if (range === undefined) return false;
    return level === 0 || (level >= range.min && level <= range.max && (level - range.min) % range.step === 0);
  }

  programmeFits(id: number): boolean {
    return id === 0 || this.spec.programmes.some(([one]) => one === id);
  }

  timerFits(seconds: number): boolean {
    return seconds >= this.spec.timerMinS && seconds <= this.spec.timerMaxS;
  }

  carryOut(op: number, [, a = 0, b = 0, c = 0]: readonly number[]): number {
    if (op === 0) this.held = true;
    if (op === 1) this.release();
    if (op === 2) this.setLevel(a, b + 256 * c);
    if (op === 3) this.programme = a;
    if (op === 4) this.setTimer(a + 256 * b);
    if (op === 5) this.start();
    if (op === 6) this.pause();
    if (op === 7) this.stop();
    return OK;
  }

  release(): void {
    this.held = false;
    if (this.state === IDLE) this.dropSettings();
  }

  setLevel(zone: number, level: number): void {
    const place = this.spec.zones.findIndex((one) => one.zone === zone);
    if (place !== -1) this.set[place] = level;
  }

  setTimer(seconds: number): void {
    const runs = this.state === RUNNING || this.state === PAUSED;
    this.endsAt = Math.min((runs ? this.elapsedMs : 0) + seconds * 1000, this.spec.timerMaxS * 1000);
  }

  start(): void {
    if (this.state === RUNNING) return;
    if (this.state === IDLE) this.elapsedMs = 0;
    this.become(RUNNING, 1);
  }

  pause(): void {
    this.pausedMs = 0;
    this.become(PAUSED, 2);
  }

  stop(): void {
    this.end(3);
  }

  end(event: number): void {
    this.dropSettings();
    if (this.state !== RUNNING && this.state !== PAUSED) return;
    this.lastEnd = event;
    this.stoppingMs = 0;
    this.become(STOPPING, event);
  }

  dropSettings(): void {
    this.endsAt = null;
    this.set.fill(0);
    this.programme = this.firstProgramme();
  }

  firstProgramme(): number {
    return this.spec.programmes[0]?.[0] ?? 0;
  }

  become(state: number, event: number): void {
    this.state = state;
    this.tell(event);
  }

  /** The host that holds control wrote something. */
  heardHolder(_op: number): void {
    this.quietMs = 0;
  }

  // What it does, every 100 ms.

  tick(): void {
    this.now += TICK_MS;
    if (this.state === RUNNING) this.elapsedMs += TICK_MS;
    if (this.state === RUNNING || this.state === PAUSED) this.quietMs += TICK_MS;
    if (this.state === PAUSED) this.pausedMs += TICK_MS;
    if (this.state === STOPPING) this.stoppingMs += TICK_MS;
    if (this.state === RUNNING && this.endsAt !== null && this.elapsedMs >= this.endsAt) this.timerOver();
    if (this.state === PAUSED && this.pausedMs >= LONGEST_PAUSE_MS) this.end(4);
    if ((this.state === RUNNING || this.state === PAUSED) && this.quietMs >= this.spec.watchdogS * 1000) this.watchdogOver();
    this.spec.zones.forEach((_, place) => {
      this.move(place);
    });
    if (this.state === STOPPING && this.rests()) this.become(IDLE, 8);
    this.report();
  }

  timerOver(): void {
    this.end(4);
  }

  watchdogOver(): void {
    this.end(5);
  }

  rests(): boolean {
    return this.stoppingMs >= this.spec.restMs;
  }

  /** How much a zone gives when nothing limits it. */
  wanted(place: number): number {
    return this.state === RUNNING ? (this.set[place] ?? 0) * this.share(place) : 0;
  }

  /** Class 3 lets go for the last 10 s of each 50. */
  share(_place: number): number {
    return this.spec.class === 3 && this.elapsedMs % 50_000 >= 40_000 ? 0 : 1;
  }

  move(place: number): void {
    const [wanted, before] = [this.wanted(place), this.out[place] ?? 0];
    const fallPerS = ((this.spec.zones[place]?.max ?? 0) * 2000) / Math.max(this.spec.restMs, TICK_MS);
    const rise = (this.spec.risesPerS * TICK_MS) / 1000;
    const fall = (fallPerS * TICK_MS) / 1000;
    const after = before < wanted ? Math.min(wanted, before + rise) : Math.max(wanted, before - fall);
    this.out[place] = after;
    this.mmHg[place] = this.pressureAfter(place, after);
  }

  pressureAfter(_place: number, out: number): number {
    return out;
  }

  report(): void {
    if (this.now >= this.measureDueMs) {
      this.measureDueMs = this.now + 1000;
      if (this.measures()) for (const packet of this.packets()) this.send(MEASUREMENT, packet, 0);
    }
    if (this.now >= this.statusDueMs) {
      this.statusDueMs = this.now + this.statusEveryMs();
      if (this.state !== IDLE) this.tell(0);
    }
  }

  /** Due while it is not idle, and while anything moves or presses. */
  measures(): boolean {
    return this.state !== IDLE || this.out.some((level) => level > 0) || this.mmHg.some((mmHg) => mmHg >= 5);
  }

  statusEveryMs(): number {
    return 4000;
  }

  tell(event: number): void {
    this.send(STATUS, this.statusBytes(event), 0);
  }

  send(characteristic: string, bytes: readonly number[], afterMs: number): void {
    if (this.linked) this.outbox.push({ characteristic, bytes: Uint8Array.from(bytes), atMs: this.now + afterMs });
  }

  indicate(op: number, result: number): void {
    this.send(CONTROL, [0x80, op, result], this.spec.answerMs);
  }

  // The radio.

  connected(atMs: number): void {
    this.runTo(atMs);
    this.linked = true;
    this.indicates = false;
    this.outbox = [];
  }

  disconnected(atMs: number): void {
    this.runTo(atMs);
    this.linked = false;
    this.outbox = [];
    this.release();
  }

  subscribed(characteristic: string, on: boolean): void {
    if (characteristic === CONTROL) this.indicates = on;
  }

  read(characteristic: string, atMs: number): ModelReply {
    this.runTo(atMs);
    const bytes = this.readBytes(characteristic);
    return bytes === null ? { ok: false, fault: 'failed' } : { ok: true, bytes: Uint8Array.from(bytes) };
  }

  readBytes(characteristic: string): number[] | null {
    if (characteristic === FEATURE) return this.featureBytes();
    if (characteristic === RANGES) return this.rangeBytes();
    if (characteristic === PROGRAMMES) return this.programmeBytes();
    return this.statusBytes(0);
  }

  write(_: string, bytes: Uint8Array, atMs: number): ModelReply {
    this.runTo(atMs);
    const given = [...bytes];
    const [op = 0] = given;
    // ATT error FD.
    if (!this.indicates && !(op === 7 && given.length === 1)) return { ok: false, fault: 'failed' };
    const held = this.held;
    const result = this.obey(given);
    if (held || this.held) this.heardHolder(op);
    this.indicate(op, result);
    return this.indicates ? { ok: true, bytes: new Uint8Array() } : { ok: false, fault: 'failed' };
  }

  nextAtMs(): number | null {
    if (!this.linked) return null;
    return Math.min(this.now + TICK_MS, ...this.outbox.map(({ atMs }) => atMs));
  }

  advance(toMs: number): readonly ModelPacket[] {
    this.runTo(toMs);
    const due = this.outbox.filter(({ atMs }) => atMs <= toMs);
    this.outbox = this.outbox.filter(({ atMs }) => atMs > toMs);
    return due.sort((a, b) => a.atMs - b.atMs);
  }

  runTo(atMs: number): void {
    if (this.since === null) {
      this.since = atMs;
      this.now = atMs;
      this.measureDueMs = atMs + 1000;
      this.statusDueMs = atMs + 4000;
    }
    while (this.now + TICK_MS <= atMs) this.tick();
  }
}

export function u16(value: number): number[] {
  return [value % 256, Math.floor(value / 256)];
}
