import { type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../../i18n';
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

/**
 * What a dry run has sent to a real device. Keeps, in memory, the profile whose bytes may have set a device moving, until its stop has arrived
 * or a person says that the device is off. A mark in the store says the same to the next tab; this one stops the device over the inspector's
 * link and not by its mark. The caller lists it among what every Stop stops (`dryRunHost`), and stops it when the tab goes away.
 */
export class DryRunSession {
  readonly #link: DryRunLink;
  readonly #marks: Pick<MarkStore, 'put' | 'remove'>;
  readonly #nowMs: () => number;
  readonly #moving = signal<DryRunning | null>(null);
  readonly #untold = signal(false);
  /** The id of the marked device. */
  #marked: string | null = null;
  /** How many writes may have set a device moving: a stop ends only what was begun before it. */
  #begun = 0;

  constructor(link: DryRunLink, marks: Pick<MarkStore, 'put' | 'remove'>, nowMs: () => number) {
    this.#link = link;
    this.#marks = marks;
    this.#nowMs = nowMs;
  }

  /** Whose bytes may have set a device moving. */
  get moving(): ReadonlySignal<DryRunning | null> {
    return this.#moving;
  }
  /** The last stop did not arrive. */
  get untold(): ReadonlySignal<boolean> {
    return this.#untold;
  }
  get deviceName(): string | null {
    return this.#link.name.value;
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

  /** Sends the complete stop of a profile. Throws `DryStopUntold` if a part of it did not arrive. */
  async stop({ profile, settings }: DryRunning): Promise<void> {
    const [stop] = dryRun(profile, [{ kind: 'stop' }], settings);
    if (stop === undefined || !stop.ok) return;
    const begun = this.#begun;
    // Also what is left after a part that failed: perhaps that is enough for it to stop.
    const told: boolean[] = [];
    for (const step of stop.steps) told.push(await this.#write(profile, step));
    this.#untold.value = told.includes(false);
    if (this.#untold.value) throw new DryStopUntold(`a stop of ${profile.id}`);
    if (this.#begun === begun) this.#end();
  }

  /** A person says that the device is off. */
  saidOff(): void {
    this.#end();
    this.#untold.value = false;
  }

  #begin(run: DryRunning): void {
    this.#begun++;
    this.#moving.value = run;
    const mark = this.#makeMark(run);
    if (mark === null || mark.id === this.#marked) return;
    this.#marked = mark.id;
    this.#marks.put(mark).catch((error: unknown) => console.error('mark of a dry run', error));
  }

  #end(): void {
    this.#moving.value = null;
    if (this.#marked === null) return;
    this.#marks.remove(this.#marked).catch((error: unknown) => console.error('mark of a dry run', error));
    this.#marked = null;
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
export function dryRunHost(session: Pick<DryRunSession, 'moving' | 'stop' | 'deviceName'>): HostTimer {
  return {
    id: 'timer:dry-run',
    shown() {
      const run = session.moving.value;
      if (run === null) return null;
      return { timer: STEADY, name: t('dryRunning', session.deviceName ?? run.profile.name), address: '#devices/profiles' };
    },
    stop: async () => {
      const run = session.moving.value;
      if (run !== null) await session.stop(run);
    },
  };
}
