import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum } from '../../../../lib/devices/profile/checksum';
import { escapedBytes, unescapedBytes } from '../../../../lib/devices/profile/escape';

const bytes = (hex: string) => hex.split(' ').map((pair) => Number.parseInt(pair, 16));
const digits = [...'123456789'].map((digit) => digit.charCodeAt(0));

describe('checksums', () => {
  // The check values of Greg Cook's catalogue of parametrised CRC algorithms, over "123456789".
  it.each([
    ['crc16-modbus', 0x4b37],
    ['crc16-ccitt', 0x29b1],
    ['crc16-xmodem', 0x31c3],
  ] as const)('%s', (name, check) => {
    expect(checksum(name, digits)).toEqual([check & 0xff, check >> 8]);
    expect(checksum(name, digits, 'be')).toEqual([check >> 8, check & 0xff]);
  });

  it.each([
    // nathanabrewer/sperax-rm01: captured.
    ['crc16-a327', 'f5 07 00 01', '26 d8'],
    ['crc16-a327', 'f5 07 00 19', 'fa 59'],
    // aitjcize/ha-blockbluelight: switched on, and a timer of 900 s.
    ['sum8', '01 20 00 01 01', '23'],
    ['sum8', '01 31 00 02 03 84', 'bb'],
    // kristofferR/ha-adjustable-bed: Keeson's head up and foot down, Reverie's stop.
    ['sum8-ones', 'e5 fe 16 00 08 00 00', 'fe'],
    ['sum8-ones', 'e5 fe 16 00 00 00 01', '05'],
    ['xor8', '55 35', '60'],
    // By definition: with it, the sum is 0.
    ['sum8-twos', '01 02 fd', '00'],
    ['sum8-twos', '10 20', 'd0'],
    ['sum16', 'ff ff 03', '01 02'],
  ] as const)('%s of %s', (name, over, expected) => {
    expect(checksum(name, bytes(over))).toEqual(bytes(expected));
  });
});

describe('escapes', () => {
  const sperax = { from: 0xf0, marker: 0xf0, subtract: 0xf0, head: 2, tail: 1, lengthAt: 1 };

  it('match Sperax’s', () => {
    const sent = bytes('f5 08 00 19 f0 0a 59 fa');
    expect(escapedBytes(bytes('f5 07 00 19 fa 59 fa'), sperax)).toEqual(sent);
    expect(unescapedBytes(sent, sperax)).toEqual(bytes('f5 07 00 19 fa 59 fa'));
  });

  it('leave no byte from F0 on inside, and can be undone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 }), (data) => {
        const frame = [0xf5, data.length + 3, ...data, 0xfa];
        const sent = escapedBytes(frame, sperax);
        expect(sent[1]).toBe(sent.length);
        expect(sent.slice(1, -1).every((byte) => byte <= 0xf0)).toBe(true);
        expect(unescapedBytes(sent, sperax)).toEqual(frame);
      }),
    );
  });

  it('without a valid byte after the marker are no frame', () => {
    expect(unescapedBytes(bytes('f5 05 00 f0 fa'), sperax)).toBeNull();
    expect(unescapedBytes(bytes('f5 06 00 f0 10 fa'), sperax)).toBeNull();
  });
});
