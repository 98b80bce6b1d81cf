import { type ReadonlySignal, signal } from '@preact/signals';
import { listNames, t } from '../../i18n';
import { type Mark, makeMark } from '../marks/mark';
import type { MarkStore } from '../marks/mark-store';
import { type DryStep, dryRun, isSensorProfile, kindOfProfile, type Profile } from '../profile';
import type { HostTimer } from '../remote/host-timer';
import { toDryRunTarget } from './dry-target';
import type { Inspector } from './inspector';
import { STEADY } from './steady-timer';

/** The inspector's side that a dry run needs. */
export type DryRunLink = Pick<Inspector, 'services' | 'name' | 'deviceId' | 'read' | 'subscribe' | 'write'>;

/** A profile, and what the user has entered for its settings, such as a PIN: the stop has to contain it too. */
export interface DryRunning {
  readonly profile: Profile;
  readonly settings: Readonly<Record<string, string>>;
}

/** The stop of the dry run did not arrive: there is no link, the device has no such characteristic, or a write failed. */
export class DryStopUntold extends Error {}

/** What was sent to one device. */
interface Sent extends DryRunning {
  /** The browser's id of the device. */
  readonly deviceId: string | null;
  readonly deviceName: string | null;
  /** Null where it leaves none: a sensor moves nothing. */
  readonly mark: Mark | null;
}

/**
 * What dry runs have sent to real devices. Keeps, in memory, the profiles whose bytes may have set each device moving, until their stop has
 * arrived there or a person says that the devices are off. A mark in the store says the same to the next tab; this one stops a device over the
 * inspector's link and not by its mark. The caller lists it among what every Stop stops (`dryRunHost`), and stops it when the tab goes away.
 */
export class DryRunSession {
  readonly #link: DryRunLink;
  readonly #marks: Pick<MarkStore, 'put' | 'remove'>;
  readonly #nowMs: () => number;
  readonly #moving = signal<readonly Sent[]>([]);
  readonly #untold = signal(false);
  /** How many writes may have set a device moving: a stop ends only what was begun before it. */
  #begun = 0;

  constructor(link: DryRunLink, marks: Pick<MarkStore, 'put' | 'remove'>, nowMs: () => number) {
    this.#link = link;
    this.#marks = marks;
    this.#nowMs = nowMs;
  }

  /** Whether bytes may have set a device moving. Reads signals. */
  get moves(): boolean {
    return this.#moving.value.length > 0;
  }
  /** The names of the devices that may move, or of their profiles. Reads signals. */
  get names(): readonly string[] {
    return [...new Set(this.#moving.value.map(({ deviceName, profile }) => deviceName ?? profile.name))];
  }
  /** The last stop did not arrive. */
  get untold(): ReadonlySignal<boolean> {
    return this.#untold;
  }

  /** Carries out one step at a characteristic of the linked device. Errors are in the inspector's log. */
  async send(run: DryRunning, key: string, step: DryStep): Promise<void> {
    if (step.kind === 'read') return this.#link.read(key);
    if (step.kind === 'subscribe') return this.#link.subscribe(key);
    if (step.kind !== 'write') return;
    // Before the write: one without an answer may have arrived. What has no stop moves nothing.
    const { stop } = run.profile;
    if (stop !== undefined && !stop.includes(step.frame)) this.#begin(run);
    await this.#link.write(key, step.bytes);
  }

  /**
   * Sends the complete stop of every profile whose bytes may move the linked device, or that of `chosen` where there is none. Throws
   * `DryStopUntold` if a part of it did not arrive, or if another device may move.
   */
  async stop(chosen: DryRunning | null = null): Promise<void> {
    const { deviceId } = this.#link;
    const here = this.#moving.value.filter((one) => one.deviceId === deviceId);
    const begun = this.#begun;
    const told: boolean[] = [];
    for (const run of here.length > 0 || chosen === null ? here : [chosen]) told.push(await this.#sendStop(run));
    const elsewhere = this.#moving.value.some((one) => one.deviceId !== deviceId);
    this.#untold.value = told.includes(false) || elsewhere;
    if (!told.includes(false) && this.#begun === begun) this.#end((one) => one.deviceId === deviceId);
    if (this.#untold.value) throw new DryStopUntold('a stop of a dry run');
  }

  /** The inspector gives up this device: returns its mark, and keeps nothing more of it. The mark stays in the store. */
  handOver(deviceId: string): readonly Mark[] {
    const given = this.#moving.value.filter((one) => one.deviceId === deviceId);
    if (given.length === 0) return [];
    this.#moving.value = this.#moving.value.filter((one) => one.deviceId !== deviceId);
    if (!this.moves) this.#untold.value = false;
    return given.flatMap(({ mark }) => mark ?? []).slice(-1);
  }

  /** A person says that every such device is off. */
  saidOff(): void {
    this.#end(() => true);
    this.#untold.value = false;
  }

  /** Whether all of it arrived. Also sends what is left after a part that failed: perhaps that is enough for it to stop. */
  async #sendStop({ profile, settings }: DryRunning): Promise<boolean> {
    const [stop] = dryRun(profile, [{ kind: 'stop' }], settings);
    const told: boolean[] = [];
    if (stop?.ok) for (const step of stop.steps) told.push(await this.#write(profile, step));
    return !told.includes(false);
  }

  #begin(run: DryRunning): void {
    this.#begun++;
    const { deviceId, name } = this.#link;
    const newest = this.#moving.value.findLast((one) => one.deviceId === deviceId);
    const others = this.#moving.value.filter((one) => one.deviceId !== deviceId || one.profile.id !== run.profile.id);
    const mark = this.#makeMark(run);
    this.#moving.value = [...others, { ...run, deviceId, deviceName: name.value, mark }];
    if (mark === null || newest?.profile.id === run.profile.id) return;
    this.#marks.put(mark).catch((error: unknown) => console.error('mark of a dry run', error));
  }

  #end(over: (one: Sent) => boolean): void {
    const ids = new Set(this.#moving.value.filter(over).map(({ deviceId }) => deviceId));
    this.#moving.value = this.#moving.value.filter((one) => !over(one));
    for (const id of ids) if (id !== null) this.#marks.remove(id).catch((error: unknown) => console.error('mark of a dry run', error));
  }

  #makeMark({ profile, settings }: DryRunning): Mark | null {
    const { deviceId, name } = this.#link;
    if (deviceId === null || isSensorProfile(profile)) return null;
    const kind = kindOfProfile(profile);
    const given = { secrets: {}, settings };
    return makeMark({ id: deviceId, name: name.value }, kind, kind.capabilities, this.#nowMs(), given);
  }

  async #write(profile: Profile, step: DryStep): Promise<boolean> {
    if (step.kind !== 'write') return true;
    const target = toDryRunTarget(profile, step, this.#link.services.value);
    return target !== null && this.#link.write(target.key, step.bytes);
  }
}

/** The dry run, as every surface shows and stops it. */
export function dryRunHost(session: Pick<DryRunSession, 'moves' | 'names' | 'stop'>): HostTimer {
  return {
    id: 'timer:dry-run',
    shown: () => (session.moves ? { timer: STEADY, name: t('dryRunning', listNames(session.names)), address: '#devices/profiles' } : null),
    stop: async () => {
      if (session.moves) await session.stop();
    },
  };
}
