import { type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../../i18n';
import { type DryStep, dryRun, type Profile } from '../profile';
import type { HostTimer } from '../remote/host-timer';
import { toDryRunTarget } from './dry-target';
import type { Inspector } from './inspector';

/** The inspector's side that a dry run needs. */
export type DryRunLink = Pick<Inspector, 'services' | 'name' | 'read' | 'subscribe' | 'write'>;

/** A profile, and what the user has entered for its settings, such as a PIN: the stop has to contain it too. */
export interface DryRunning {
  readonly profile: Profile;
  readonly settings: Readonly<Record<string, string>>;
}

/** The stop of the dry run did not arrive: there is no link, the device has no such characteristic, or a write failed. */
export class DryStopUntold extends Error {}

/**
 * What a dry run has sent to a real device. Keeps, in memory, the profile whose bytes may have set a device moving, until its stop has arrived
 * or a person says that the device is off. The caller lists it among what every Stop stops (`dryRunHost`), and stops it when the tab goes
 * away.
 */
export class DryRunSession {
  readonly #link: DryRunLink;
  readonly #moving = signal<DryRunning | null>(null);
  readonly #untold = signal(false);

  constructor(link: DryRunLink) {
    this.#link = link;
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
    if (stop !== undefined && !stop.includes(step.frame)) this.#moving.value = run;
    await this.#link.write(key, step.bytes);
  }

  /** Sends the complete stop of a profile. Throws `DryStopUntold` if a part of it did not arrive. */
  async stop({ profile, settings }: DryRunning): Promise<void> {
    const [stop] = dryRun(profile, [{ kind: 'stop' }], settings);
    if (stop === undefined || !stop.ok) return;
    // Also what is left after a part that failed: perhaps that is enough for it to stop.
    const told: boolean[] = [];
    for (const step of stop.steps) told.push(await this.#write(profile, step));
    this.#untold.value = told.includes(false);
    if (this.#untold.value) throw new DryStopUntold(`a stop of ${profile.id}`);
    this.#moving.value = null;
  }

  /** A person says that the device is off. */
  saidOff(): void {
    this.#moving.value = null;
    this.#untold.value = false;
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

/** Nobody knows how long it runs. */
const STEADY = { state: signal('running' as const), remainingS: signal(null) };
