import { simulatedBedjet } from '../../../lib/simulated/framed/bedjet';
import type { FramedDevice } from '../../../lib/simulated/framed/framed-device';
import { simulatedJensen } from '../../../lib/simulated/framed/jensen';
import { DEVICES, type DeviceId } from './cells';

/** A frame that arrived at the device, whether or not it was obeyed. `kind`: by the bytes that the cells name. */
export interface ArrivedFrame {
  readonly atMs: number;
  readonly hex: string;
  readonly kind: 'stop' | 'set-up' | 'other';
}

export interface LyingModel extends FramedDevice {
  /** `rests`: it takes stops, does not obey them, and reports that it rests. `runs`: it obeys, and reports that it runs. Null: it is honest. */
  says: 'rests' | 'runs' | null;
  /** Everything that arrived, in order. */
  readonly arrived: readonly ArrivedFrame[];
}

const MODELS = { 'jensen-bed': simulatedJensen, 'bedjet-3': simulatedBedjet };

/** A device that can be made to lie. One that reports nothing can only lie in its answer to a write. */
export function lyingModel(device: DeviceId): LyingModel {
  const honest = MODELS[device]();
  const { stop, setUp, telling } = DEVICES[device];
  const arrived: ArrivedFrame[] = [];
  const toKind = (hex: string) => (hex === stop ? 'stop' : (setUp as readonly string[]).includes(hex) ? 'set-up' : 'other');
  const model: LyingModel = {
    ...honest,
    says: null,
    arrived,
    write(characteristic, bytes, atMs) {
      const hex = Buffer.from(bytes).toString('hex');
      const kind = toKind(hex);
      arrived.push({ atMs, hex, kind });
      if (model.says === 'rests' && kind === 'stop') return { ok: true, bytes: new Uint8Array() };
      const reply = honest.write(characteristic, bytes, atMs);
      return model.says === 'runs' && kind === 'stop' && telling === null ? { ok: false, fault: 'failed' } : reply;
    },
    advance(toMs) {
      const { says } = model;
      const packets = honest.advance(toMs);
      if (says === null || telling === null) return packets;
      return packets.map((packet) => ({ ...packet, bytes: packet.bytes.with(telling.at, telling[says]) }));
    },
  };
  return model;
}
