import { dateReadings, type Reading, toReadings } from '../../bluetooth/services';
import type { SensorContact } from '../../bluetooth/services/heart-rate';
import type { StrapLink } from '../../check/strap-link';
import type { LiveDevice } from './live-device';

/** Shows the check's strap as a device like the others. Keeps no state. Its `id` is empty until the strap is known. */
export class StrapView implements LiveDevice {
  readonly kind = 'strap';
  readonly stops = false;
  readonly #strap: StrapLink;

  constructor(strap: StrapLink) {
    this.#strap = strap;
  }

  get id(): string {
    return this.#strap.id.value ?? '';
  }
  get name(): string | null {
    return this.#strap.name.value;
  }
  get state(): LiveDevice['state'] {
    return this.#strap.state.value;
  }
  get fault(): LiveDevice['fault'] {
    return this.#strap.fault.value?.code ?? null;
  }
  get batteryPct(): number | null {
    return this.#strap.sensor.value?.batteryPct ?? null;
  }
  get readings(): readonly Reading[] {
    const last = this.#heard();
    // A strap without skin contact sends 0.
    return dateReadings(toReadings({ 'heart-rate': last === null || last.hrBpm === 0 ? null : last.hrBpm }), this.#strap.lastAtMs);
  }
  get contact(): SensorContact | null {
    return this.#heard()?.contact ?? null;
  }

  /** The latest packet of the current link. A heart rate from an earlier link does not count. */
  #heard(): StrapLink['last']['value'] {
    return this.state === 'ready' || this.state === 'discovering' ? this.#strap.last.value : null;
  }
}
