import { type FitnessDialect, type FitnessEvent, joinPackets } from '../../../bluetooth/services/fitness-machine';
import type { ControlTaken, DeviceEnd, Telemetry } from '../../driver';
import type { MachineForm, MachineRecord } from './machines';

/**
 * What a machine reported on one link: records joined from their packets, and events between them. Keeps the incomplete record, and whether
 * a run has begun but no movement was reported yet: a belt counts down before it moves. The caller passes on every packet, and makes a new
 * instance for each link.
 */
export class Said {
  readonly #form: MachineForm;
  readonly #dialect: FitnessDialect;
  #pending: MachineRecord | null = null;
  #begun = false;
  #telemetry: Telemetry = {};
  /** Number of records so far, to tell a repeated value from an old one. */
  #records = 0;

  constructor(form: MachineForm, dialect: FitnessDialect) {
    this.#form = form;
    this.#dialect = dialect;
  }

  get telemetry(): Telemetry {
    return this.#telemetry;
  }
  get records(): number {
    return this.#records;
  }

  /** Takes a packet of the data characteristic, and returns what it reports. An unreadable packet changes nothing. */
  data(view: DataView): Telemetry {
    const read = this.#form.decode(view, this.#dialect);
    if (!read.ok) return {};
    const joined: { complete: MachineRecord | null; pending: MachineRecord | null } = joinPackets(this.#pending, read.value);
    this.#pending = joined.pending;
    if (joined.complete === null) return {};
    this.#records++;
    const { speedKmh, inclinePct, distanceM, elapsedS, remainingS } = joined.complete;
    const moving = this.#form.class === 'belt' && typeof speedKmh === 'number' ? speedKmh > 0 : null;
    // A belt that moved and now stands still was stopped, by the host or at the belt.
    if (moving === false && this.#telemetry.running && (this.#telemetry.speedKmh ?? 0) > 0) this.#begun = false;
    const heard: Telemetry = {
      ...(moving === null ? {} : { running: moving || this.#begun }),
      ...present({ speedKmh, distanceM, elapsedS, remainingS }),
      levels: present({ belt: this.#form.class === 'belt' ? speedKmh : null, incline: inclinePct }),
    };
    this.#telemetry = { ...this.#telemetry, ...heard, levels: { ...this.#telemetry.levels, ...heard.levels } };
    return heard;
  }

  /** Takes an event, whoever caused it, and returns what it reports. Targets stand for values that the machine does not measure. */
  event(event: FitnessEvent): Telemetry {
    switch (event.kind) {
      case 'started':
        return this.began(true);
      case 'safety-key':
        return this.#endedBy('safety-key');
      case 'stopped':
      case 'paused':
      case 'reset':
        return this.began(false);
      case 'incline':
        return this.#level('incline', event.inclinePct);
      case 'resistance':
      case 'resistance-byte':
        return this.#level('resistance', event.level);
      case 'power':
        return this.#level('power', event.powerW);
      default:
        return {};
    }
  }

  #endedBy(ended: DeviceEnd): Telemetry {
    const heard = this.began(false);
    this.#telemetry = { ...this.#telemetry, ended };
    return { ...heard, ended };
  }

  /** A belt that is slowing down counts as running until it stands still. */
  began(begun: boolean): Telemetry {
    this.#begun = begun;
    const moving = this.#form.class === 'belt' && (this.#telemetry.speedKmh ?? 0) > 0;
    const running = begun || moving;
    const { ended: _, ...before } = this.#telemetry;
    this.#telemetry = { ...(begun ? before : this.#telemetry), running };
    return { running };
  }

  taken(by: ControlTaken | null): void {
    const { controlTaken: _, ...before } = this.#telemetry;
    this.#telemetry = by === null ? before : { ...before, controlTaken: by };
  }

  #level(zone: string, level: number): Telemetry {
    this.#telemetry = { ...this.#telemetry, levels: { ...this.#telemetry.levels, [zone]: level } };
    return { levels: { [zone]: level } };
  }
}

/** The entries that are numbers. */
function present<K extends string>(values: Readonly<Record<K, number | null | undefined>>): Partial<Record<K, number>> {
  const known: Partial<Record<K, number>> = {};
  for (const key of Object.keys(values) as K[]) {
    const value = values[key];
    if (typeof value === 'number') known[key] = value;
  }
  return known;
}
