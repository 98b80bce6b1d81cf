import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import type { Link } from '../../../../lib/bluetooth/link';
import { copyLibWith } from '../../../support/copy-of-lib';

type Decode = typeof import('../../../../lib/devices/inspector/decode-value');
type Pair = typeof import('../../../../lib/devices/links/pairable');
type SetUp = typeof import('../../../../lib/devices/links/set-up-device');

/** The file from the guide. */
const guide = readFileSync(join(import.meta.dirname, '../../../../docs/adding-a-service.md'), 'utf8');
const shown = /```ts\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';

const uuid = (short: string) => `0000${short}-0000-1000-8000-00805f9b34fb`;
const copy = copyLibWith('GATT service', 'lib/bluetooth/services/ice-bath.ts', shown);
afterAll(() => copy.remove());

it('the inspector names and decodes a service that is one new file', async () => {
  const { decodeValue, knownName } = await copy.load<Decode>('lib/devices/inspector/decode-value');
  expect([uuid('fe42'), uuid('fe43'), uuid('fe44')].map((one) => knownName(one))).toEqual(['ice-bath', 'water', 'pump']);
  expect(decodeValue(uuid('fe43'), new DataView(Uint8Array.of(9).buffer), null)).toBe('4.5');
  expect(decodeValue(uuid('fe44'), new DataView(Uint8Array.of(9).buffer), null)).toBeNull();
});

it('the chooser requests it, and its value is a live reading', async () => {
  const { listSources, requestFor } = await copy.load<Pair>('lib/devices/links/pairable');
  const { DeviceRequests, findSources, followSources } = await copy.load<SetUp>('lib/devices/links/set-up-device');
  expect(requestFor('thermometer').services).toContain(uuid('fe42'));
  expect(requestFor('scale').services).not.toContain(uuid('fe42'));

  const properties = { read: true, write: false, writeWithoutResponse: false, notify: false, indicate: false };
  const water = { uuid: uuid('fe43'), properties, read: vi.fn(), write: vi.fn(), subscribe: vi.fn() };
  const link: Link = {
    service: async (asked) => (asked === uuid('fe42') ? { uuid: asked, characteristics: [water] } : null),
    read: async () => new DataView(Uint8Array.of(9).buffer),
    write: vi.fn(),
    subscribe: vi.fn(),
  };
  const heard = { kind: vi.fn(), readings: vi.fn(), texts: vi.fn(), battery: vi.fn(), reportUnexpected: vi.fn() };
  const tub = new DeviceRequests(link, heard.reportUnexpected);
  await followSources(tub, 'Tub', await findSources(tub, listSources('thermometer'), heard), heard);
  expect(heard.kind).toHaveBeenCalledWith('thermometer');
  expect(heard.readings.mock.calls.map(([, readings]) => readings)).toEqual([[{ quantity: 'temperature', value: 4.5 }]]);
  expect(heard.reportUnexpected).not.toHaveBeenCalled();
});
