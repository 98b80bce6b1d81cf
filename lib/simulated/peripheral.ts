import type { CharacteristicProperties } from '../bluetooth/transport';
import type { ModelPacket, ModelReply, ModelService, PeripheralModel } from './model';

/**
 * One service of a simulated peripheral. It receives reads and writes only for its own characteristics, and only those that their
 * properties allow. Each `advance` that reaches `nextAtMs` must move it on.
 */
export interface ModelPart {
  readonly service: ModelService;
  connected(atMs: number): void;
  disconnected(atMs: number): void;
  subscribed?(characteristic: string, on: boolean, atMs: number): void;
  read(characteristic: string, atMs: number): ModelReply;
  write(characteristic: string, bytes: Uint8Array, atMs: number): ModelReply;
  nextAtMs(): number | null;
  advance(toMs: number): readonly ModelPacket[];
  endsLinkAtMs?(): number | null;
}

/**
 * A peripheral made of services. Answers `not-supported` for an unknown characteristic, and `not-permitted` if its properties forbid the
 * operation.
 */
export function peripheral(
  identity: Pick<PeripheralModel, 'address' | 'name' | 'advertised'>,
  parts: readonly ModelPart[],
): PeripheralModel {
  const find = (uuid: string) => {
    for (const part of parts) {
      const characteristic = part.service.characteristics.find((own) => own.uuid === uuid);
      if (characteristic !== undefined) return { part, properties: characteristic.properties };
    }
    return null;
  };
  return {
    ...identity,
    services: parts.map((part) => part.service),
    connected: (atMs) => {
      for (const part of parts) part.connected(atMs);
    },
    disconnected: (atMs) => {
      for (const part of parts) part.disconnected(atMs);
    },
    subscribed: (uuid, on, atMs) => find(uuid)?.part.subscribed?.(uuid, on, atMs),
    read: (uuid, atMs) => {
      const found = find(uuid);
      if (found === null) return refused('not-supported');
      return found.properties.read ? found.part.read(uuid, atMs) : refused('not-permitted');
    },
    write: (uuid, bytes, atMs) => {
      const found = find(uuid);
      if (found === null) return refused('not-supported');
      const allowed = found.properties.write || found.properties.writeWithoutResponse;
      return allowed ? found.part.write(uuid, bytes, atMs) : refused('not-permitted');
    },
    nextAtMs: () => earliest(parts.map((part) => part.nextAtMs())),
    endsLinkAtMs: () => earliest(parts.map((part) => part.endsLinkAtMs?.() ?? null)),
    advance: (toMs) => parts.flatMap((part) => part.advance(toMs)).sort((a, b) => a.atMs - b.atMs),
  };
}

/** The earliest of these times; `null` if there is none. */
export function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((atMs) => atMs !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** A full set of properties in which only these are true. */
export function allows(...names: readonly (keyof CharacteristicProperties)[]): CharacteristicProperties {
  const none = { read: false, write: false, writeWithoutResponse: false, notify: false, indicate: false };
  return { ...none, ...Object.fromEntries(names.map((name) => [name, true])) };
}

export function answered(bytes: Uint8Array = new Uint8Array()): ModelReply {
  return { ok: true, bytes };
}

export function refused(fault: Extract<ModelReply, { ok: false }>['fault']): ModelReply {
  return { ok: false, fault };
}
