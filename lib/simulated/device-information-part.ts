import { type DeviceText, deviceInformationUuids, deviceTexts, encodeDeviceText } from '../bluetooth/services/device-information';
import { allows, answered, type ModelPart, refused } from './peripheral';

/** Device Information service with these texts, each readable. */
export function deviceInformationPart(texts: Partial<Readonly<Record<DeviceText, string>>>): ModelPart {
  const values = new Map<string, string>();
  for (const { key, uuid } of deviceTexts) {
    const text = texts[key];
    if (text !== undefined) values.set(uuid, text);
  }
  return {
    service: {
      uuid: deviceInformationUuids.service,
      characteristics: [...values.keys()].map((uuid) => ({ uuid, properties: allows('read') })),
    },
    connected: () => {},
    disconnected: () => {},
    read: (uuid) => answered(encodeDeviceText(values.get(uuid) ?? '')),
    write: () => refused('not-permitted'),
    nextAtMs: () => null,
    advance: () => [],
  };
}
