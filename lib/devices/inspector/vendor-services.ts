import { uuid16 } from '../../bluetooth/uuid';
import type { DriverKind } from '../driver';
import type { Profile } from '../profile';

/** A service of makers' own, and the devices that are known to have it. The names are those of makers, so they are not translated. */
export interface VendorService {
  readonly uuid: string;
  readonly devices: string;
  /** Only where every known device with it is of one class. */
  readonly class?: Profile['class'];
}

/**
 * Services from published protocols of devices that Rebound does not control, or only with a profile to import. A browser shows only services
 * that are named before its list of devices opens, and nobody knows those of an unknown device by heart.
 */
const PUBLISHED: readonly VendorService[] = [
  { uuid: uuid16(0xffe0), devices: 'Solace, MotoSleep, QN scales, serial modules' },
  { uuid: uuid16(0xfff0), devices: 'Sperax, LifeSpan, iBBQ, UREVO, SUTA, BlockBlueLight, QN scales' },
  { uuid: uuid16(0xffe5), devices: 'Keeson, Malouf, Okin', class: 'massage' },
  { uuid: uuid16(0xfee9), devices: 'Richmat, BedTech, Leggett', class: 'massage' },
  { uuid: uuid16(0xff12), devices: 'Jiecang', class: 'massage' },
  { uuid: uuid16(0xfe60), devices: 'Jiecang', class: 'massage' },
  { uuid: uuid16(0xfe00), devices: 'KingSmith', class: 'belt' },
  { uuid: uuid16(0x1a10), devices: 'Renpho', class: 'scale' },
  { uuid: uuid16(0x181b), devices: 'Xiaomi', class: 'scale' },
  { uuid: uuid16(0xfeee), devices: 'Polar' },
  { uuid: '6e400001-b5a3-f393-e0a9-e50e24dcca9e', devices: 'Nordic UART: Richmat, Sealy, many others' },
  { uuid: '6e40fff0-b5a3-f393-e0a9-e50e24dcca9e', devices: 'Colmi' },
  { uuid: 'de5bf728-d711-4e47-af26-65e3012a5dc7', devices: 'Colmi' },
  { uuid: '6e403587-b5a3-f393-e0a9-e50e24dcca9e', devices: 'Remacro', class: 'massage' },
  { uuid: '62741523-52f9-8864-b1ab-3b3a8d65950b', devices: 'Okin, Nectar, Rize', class: 'massage' },
  { uuid: '45e25100-3171-4cfc-ae89-1d83cf8d8071', devices: 'Leggett', class: 'massage' },
  { uuid: '1b1d9641-b942-4da8-89cc-98e6a58fbd93', devices: 'Reverie', class: 'massage' },
  { uuid: '49535343-fe7d-4ae5-8fa9-9fafd205e455', devices: 'BedJet V2, Microchip serial modules' },
  { uuid: '09d23fae-90e6-44c2-95b6-0b3d0f1abf25', devices: 'Sleep Number' },
  { uuid: '02240001-5efd-47eb-9c1a-de53f7a2b232', devices: 'Hatch' },
  { uuid: 'fd710001-e950-458e-8a4d-a1cbc5aa4cce', devices: 'Sunny Health' },
  { uuid: '00002100-5b1e-4347-b07c-97b514dae121', devices: 'CORE', class: 'thermometer' },
  { uuid: 'ebe0ccb0-7a0a-4b0c-8a1a-6ff2997da3a6', devices: 'Xiaomi LYWSD03MMC', class: 'thermometer' },
  { uuid: '7e4e1701-1ea6-40c9-9dcc-13d34ffead57', devices: 'Tindeq' },
];

/** Services of modules that makers of anything build in. */
export const SHARED_SERVICES: ReadonlySet<string> = new Set([
  uuid16(0xffe0),
  uuid16(0xfff0),
  '6e400001-b5a3-f393-e0a9-e50e24dcca9e',
  '49535343-fe7d-4ae5-8fa9-9fafd205e455',
]);

/** Services of the SIG, which the inspector requests anyway. */
const STANDARD = /^000018[0-9a-f]{2}-0000-1000-8000-00805f9b34fb$/;

/** Every vendor service that is requested beforehand: those of these kinds, and the published ones. */
export function listVendorServices(kinds: readonly Pick<DriverKind, 'name' | 'request'>[]): readonly VendorService[] {
  const found = new Map(PUBLISHED.map((service) => [service.uuid, service]));
  for (const { name, request } of kinds) {
    for (const uuid of [...request.services, ...request.optionalServices]) {
      if (!found.has(uuid) && !STANDARD.test(uuid)) found.set(uuid, { uuid, devices: name });
    }
  }
  return [...found.values()];
}
