import fc from 'fast-check';
import { expect, it } from 'vitest';
import { knownServices } from '../../../../lib/bluetooth/services';
import {
  decodeDeviceText,
  decodeSystemId,
  deviceInformationUuids,
  deviceTexts,
  encodeDeviceText,
} from '../../../../lib/bluetooth/services/device-information';
import { hex, toView } from './bytes';

const text = (bytes: DataView) => {
  const result = decodeDeviceText(bytes);
  return result.ok ? result.value : result.error;
};

it('reads UTF-8 up to the first NUL and trims it', () => {
  expect(text(toView(encodeDeviceText('Polar H10')))).toBe('Polar H10');
  expect(text(toView(encodeDeviceText(' Körper 1.0 \0\0x')))).toBe('Körper 1.0');
  expect(text(hex(''))).toBe('');
  expect(text(hex('00 41'))).toBe('');
});

it('replaces invalid UTF-8', () => expect(text(hex('41 FF 42'))).toBe('A\ufffdB'));

it('never throws, and never returns a NUL', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(text(toView(bytes))).not.toContain('\0');
    }),
  );
});

it('reads the system id, least significant byte first', () => {
  expect(decodeSystemId(hex('01 02 03 04 05 A0 B0 C0'))).toEqual({
    ok: true,
    value: { manufacturerId: '0504030201', organization: 'c0b0a0' },
  });
  expect(decodeSystemId(hex('01'))).toEqual({ ok: false, error: { name: 'too-short', neededBytes: 8, receivedBytes: 1 } });
});

it('never asks for the serial number, which Web Bluetooth blocks', () => {
  const asked = [
    ...knownServices.flatMap((service) => Object.values(service.characteristics).map(({ uuid }) => uuid)),
    ...deviceTexts.map(({ uuid }) => uuid),
  ];
  expect(asked).toContain(deviceInformationUuids.firmware);
  expect(asked.filter((uuid) => uuid.includes('2a25'))).toEqual([]);
});
