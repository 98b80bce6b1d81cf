import { knownServices, type ServiceDefinition } from '../../bluetooth/services';

/** A value as one line of field terms; null when no known service decodes this characteristic. */
export function decodeValue(
  characteristic: string,
  view: DataView,
  deviceName: string | null,
  services: readonly ServiceDefinition[] = knownServices,
): string | null {
  const read = find(services, characteristic)?.decode?.(view, deviceName);
  if (read === undefined) return null;
  return read.ok ? toText(read.value) : toText(read.error);
}

/** The field term of a known service or characteristic, such as "heart-rate" or "measurement"; null when it is not known. */
export function knownName(uuid: string, services: readonly ServiceDefinition[] = knownServices): string | null {
  for (const service of services) {
    if (service.uuid === uuid) return service.key;
    const found = Object.entries(service.characteristics).find(([, characteristic]) => characteristic.uuid === uuid);
    if (found !== undefined) return found[0];
  }
  return null;
}

function find(services: readonly ServiceDefinition[], characteristic: string) {
  return services.flatMap(({ characteristics }) => Object.values(characteristics)).find(({ uuid }) => uuid === characteristic);
}

/** A field that is null was not sent, so it is left out. */
function toText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toText).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const sent = Object.entries(value).filter(([, one]) => one !== null);
  return sent.map(([key, one]) => `${key} ${typeof one === 'string' ? one : toText(one)}`).join(', ');
}
