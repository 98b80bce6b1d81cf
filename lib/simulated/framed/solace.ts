import { uuid16 } from '../../bluetooth/uuid';
import { allows } from '../peripheral';
import { simulatedBed } from './bed';
import type { FramedDevice, FramedDeviceOptions, FrameRefusal } from './framed-device';
import type { MassageCommands } from './massage';
import { reflectedCrc16 } from './sums';

const commands: MassageCommands = new Map([
  [0x10, ['head up', (massage) => massage.nudge('head', 1)]],
  [0x11, ['head down', (massage) => massage.nudge('head', -1)]],
  [0x12, ['foot up', (massage) => massage.nudge('foot', 1)]],
  [0x13, ['foot down', (massage) => massage.nudge('foot', -1)]],
  [0x16, ['10 min', (massage, atMs) => massage.timer(10, atMs)]],
  [0x17, ['20 min', (massage, atMs) => massage.timer(20, atMs)]],
  [0x18, ['30 min', (massage, atMs) => massage.timer(30, atMs)]],
  [0x1c, ['off', (massage) => massage.off()]],
]);
const head = [0xff, 0xff, 0xff, 0xff, 5, 0, 0, 0];

/** A Solace or Motion bed. */
export function simulatedSolace(options: FramedDeviceOptions = {}): FramedDevice {
  return simulatedBed(
    { address: options.address ?? '5E:B0:00:00:01:0B', name: options.name ?? 'QMS-010B' },
    {
      service: uuid16(0xffe0),
      command: uuid16(0xffe1),
      properties: allows('write', 'writeWithoutResponse', 'notify'),
      zones: ['head', 'foot'],
      commands,
      motors: new Set(),
      readCommand(bytes): number | FrameRefusal {
        if (bytes.length !== 11 || !head.every((byte, i) => bytes[i] === byte)) return 'bad-frame';
        // 0xA001 is CRC-16/MODBUS reflected.
        const crc = reflectedCrc16(bytes.subarray(0, 9), 0xa001);
        return bytes[9] === crc % 256 && bytes[10] === crc >> 8 ? (bytes[8] ?? 0) : 'bad-checksum';
      },
    },
    false,
  );
}
