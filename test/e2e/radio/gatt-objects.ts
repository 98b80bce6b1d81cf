import type { CharacteristicProperties } from '../../../lib/bluetooth/transport';
import type { ModelService, PeripheralModel } from '../../../lib/simulated/model';
import { devicePath } from './device-object';
import type { BusObject, Method } from './object-tree';
import { bytes, flag, path, paths, text, texts } from './values';

export const CHARACTERISTIC = 'org.bluez.GattCharacteristic1';
const CLIENT_CONFIGURATION = '00002902-0000-1000-8000-00805f9b34fb';

export type CharacteristicMethods = Record<'ReadValue' | 'WriteValue' | 'StartNotify' | 'StopNotify', Method>;

export interface GattObject {
  readonly path: string;
  readonly object: BusObject;
  /** The characteristic of this object; null for services and descriptors. */
  readonly characteristic?: string;
}

/** Everything inside a device, parents first, with handles numbered as in a real attribute table. */
export function gattObjects(model: PeripheralModel, methods: (uuid: string) => CharacteristicMethods): readonly GattObject[] {
  let handle = 0;
  const next = (kind: string) => `${kind}${(++handle).toString(16).padStart(4, '0')}`;
  const device = devicePath(model.address);
  return model.services.flatMap((service) => {
    const at = `${device}/${next('service')}`;
    return [{ path: at, object: serviceObject(service, device) }, ...service.characteristics.flatMap((one) => characteristic(one, at))];
  });

  function characteristic({ uuid, properties }: ModelService['characteristics'][number], service: string): readonly GattObject[] {
    const at = `${service}/${next('char')}`;
    const self = { path: at, object: characteristicObject(uuid, properties, service, methods(uuid)), characteristic: uuid };
    if (!properties.notify && !properties.indicate) return [self];
    return [self, { path: `${at}/${next('desc')}`, object: configurationObject(at) }];
  }
}

function serviceObject({ uuid }: ModelService, device: string): BusObject {
  return {
    'org.bluez.GattService1': {
      properties: { UUID: text(uuid), Primary: flag(true), Device: path(device), Includes: paths([]) },
      methods: {},
    },
  };
}

function characteristicObject(uuid: string, allows: CharacteristicProperties, service: string, methods: CharacteristicMethods): BusObject {
  const properties = {
    UUID: text(uuid),
    Service: path(service),
    Value: bytes(new Uint8Array()),
    Notifying: flag(false),
    Flags: texts(toFlags(allows)),
  };
  return { [CHARACTERISTIC]: { properties, methods } };
}

function toFlags(allows: CharacteristicProperties): string[] {
  const names: Record<keyof CharacteristicProperties, string> = {
    read: 'read',
    write: 'write',
    writeWithoutResponse: 'write-without-response',
    notify: 'notify',
    indicate: 'indicate',
  };
  return (Object.keys(names) as (keyof CharacteristicProperties)[]).filter((key) => allows[key]).map((key) => names[key]);
}

/** Chromium refuses to subscribe to a characteristic without it; the subscription itself goes through `StartNotify`. */
function configurationObject(characteristicPath: string): BusObject {
  const properties = {
    UUID: text(CLIENT_CONFIGURATION),
    Characteristic: path(characteristicPath),
    Value: bytes(new Uint8Array(2)),
    Flags: texts(['read', 'write']),
  };
  const methods: Record<string, Method> = {
    ReadValue: () => ({ signature: 'ay', body: [Buffer.alloc(2)] }),
    WriteValue: () => undefined,
  };
  return { 'org.bluez.GattDescriptor1': { properties, methods } };
}
