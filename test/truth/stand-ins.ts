import { fitnessMachineUuids } from '../../lib/bluetooth/services/fitness-machine';
import type { FramedDevice } from '../../lib/simulated/framed/framed-device';
import { simulatedOoler } from '../../lib/simulated/framed/ooler';
import type { ModelPacket, PeripheralModel } from '../../lib/simulated/model';
import { simulatedTreadmill } from '../../lib/simulated/treadmill';
import { type PaperDevice, type PaperSpec, RUNNING } from '../conformance/device/paper-device';
import { BOOTS } from '../conformance/device/specs';

/** Stand-in devices of the table: boots, a belt and a water pad that behave as one row says. */

/** As the rig needs a device: `state` says whether it moves. */
function framed(model: PeripheralModel, moves: (atMs: number) => boolean): FramedDevice {
  return {
    address: model.address,
    name: model.name,
    advertised: model.advertised,
    services: model.services,
    connected: (atMs) => model.connected(atMs),
    disconnected: (atMs) => model.disconnected(atMs),
    subscribed: (characteristic, on, atMs) => model.subscribed?.(characteristic, on, atMs),
    read: (characteristic, atMs) => model.read(characteristic, atMs),
    write: (characteristic, bytes, atMs) => model.write(characteristic, bytes, atMs),
    nextAtMs: () => model.nextAtMs(),
    advance: (toMs) => model.advance(toMs),
    state: (atMs) => ({ running: moves(atMs), levels: {} }),
    accepted: [],
    refusals: [],
  };
}

export interface StandIn<D> {
  readonly device: D;
  readonly model: FramedDevice;
}

/** Boots with two chambers, 20 to 100 mmHg, a watchdog of 10 s; `Kind` overrides what is wrong with them. */
export function makeBoots<D extends PaperDevice>(Kind: new (spec: PaperSpec) => D, spec: Partial<PaperSpec> = {}): StandIn<D> {
  const device = new Kind({ ...BOOTS, ...spec });
  const moves = (atMs: number) => {
    device.runTo(atMs);
    return device.state === RUNNING || device.mmHg.some((mmHg) => mmHg >= 5);
  };
  return { device, model: framed(device, moves) };
}

type Treadmill = ReturnType<typeof simulatedTreadmill>;

export interface BeltFaults {
  /** What it answers to a stop that it does not obey; left out: it obeys. */
  readonly stopAnswer?: number;
  /** It answers a start, and does not obey it. */
  readonly stands?: boolean;
  /** Added to the speed that it reports, in 0.01 km/h, from then on. */
  faster?: number;
}

/** A treadmill, 0.5 to 6 km/h. */
export function makeBelt(faults: BeltFaults = {}): StandIn<Treadmill> & { readonly faults: BeltFaults } {
  const device = simulatedTreadmill({ speed: { min: 0.5, max: 6, step: 0.1 }, incline: null });
  let answers: ModelPacket[] = [];
  const { controlPoint, treadmillData } = fitnessMachineUuids;
  const model = framed(device, (atMs) => device.state(atMs).drive > 0);
  return {
    device,
    faults,
    model: {
      ...model,
      write(characteristic, bytes, atMs) {
        const answer = bytes[0] === 8 ? faults.stopAnswer : bytes[0] !== 0 && faults.stands ? 1 : undefined;
        if (answer === undefined || characteristic !== controlPoint) return model.write(characteristic, bytes, atMs);
        answers.push({ characteristic, bytes: Uint8Array.of(0x80, bytes[0] ?? 0, answer), atMs: atMs + 20 });
        return { ok: true, bytes: new Uint8Array() };
      },
      nextAtMs: () => answers[0]?.atMs ?? model.nextAtMs(),
      advance(toMs) {
        const due = answers.filter(({ atMs }) => atMs <= toMs);
        answers = answers.filter(({ atMs }) => atMs > toMs);
        const packets = model.advance(toMs).map((packet) => {
          if (packet.characteristic !== treadmillData || faults.faster === undefined) return packet;
          const bytes = Uint8Array.from(packet.bytes);
          const view = new DataView(bytes.buffer);
          view.setUint16(2, view.getUint16(2, true) + faults.faster, true);
          return { ...packet, bytes };
        });
        return [...due, ...packets];
      },
    },
  };
}

const PAD_POWER = '7a2623ff-bd92-4c13-be9f-7023aa4ecb85';
const PAD_WATER = 'e8ebded3-9dca-45c2-a2d8-ceffb901474d';

export interface PadFaults {
  /** It answers an off, and stays on. */
  staysOn?: boolean;
  /** The water that it reports from then on, °F. */
  waterF?: number;
  /** Nothing can be read any more. */
  mute?: boolean;
}

/** A water pad that is asked for its state. Somebody at it presses its switch with `switchOff`. */
export function makePad(faults: PadFaults = {}): StandIn<{ switchOff(atMs: number): void }> & { readonly faults: PadFaults } {
  const pad = simulatedOoler();
  return {
    device: { switchOff: (atMs) => void pad.write(PAD_POWER, Uint8Array.of(0), atMs) },
    faults,
    model: {
      ...pad,
      read(characteristic, atMs) {
        if (faults.mute) return { ok: false, fault: 'failed' };
        if (characteristic === PAD_WATER && faults.waterF !== undefined) return { ok: true, bytes: Uint8Array.of(faults.waterF) };
        return pad.read(characteristic, atMs);
      },
      write(characteristic, bytes, atMs) {
        if (faults.staysOn && characteristic === PAD_POWER && bytes[0] === 0) return { ok: true, bytes: new Uint8Array() };
        return pad.write(characteristic, bytes, atMs);
      },
    },
  };
}
