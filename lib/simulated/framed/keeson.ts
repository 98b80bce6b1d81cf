import { uuid16 } from '../../bluetooth/uuid';
import { allows } from '../peripheral';
import { simulatedBed } from './bed';
import type { FramedDevice, FramedDeviceOptions, FrameRefusal } from './framed-device';
import type { MassageCommands } from './massage';
import { toSum } from './sums';

const commands: MassageCommands = new Map([
  [0x0008_0000, ['head up', (massage) => massage.nudge('head', 1)]],
  [0x0080_0000, ['head down', (massage) => massage.nudge('head', -1)]],
  [0x0400_0000, ['foot up', (massage) => massage.nudge('foot', 1)]],
  [0x0000_0001, ['foot down', (massage) => massage.nudge('foot', -1)]],
  [0x0100_0000, ['both on', (massage) => massage.set('all', 1)]],
  [0x0200_0000, ['timer', (massage, atMs) => massage.timer(10, atMs)]],
]);

/** A Keeson base. What stops its massage by itself is unknown, so nothing does. */
export function simulatedKeeson(options: FramedDeviceOptions = {}): FramedDevice {
  return simulatedBed(
    { address: options.address ?? '5E:B0:00:00:01:0D', name: options.name ?? 'base-i4.010D' },
    {
      service: uuid16(0xffe5),
      command: uuid16(0xffe9),
      properties: allows('write', 'writeWithoutResponse'),
      zones: ['head', 'foot'],
      commands,
      motors: new Set(),
      readCommand(bytes): number | FrameRefusal {
        if (bytes.length !== 8 || bytes[0] !== 0xe5 || bytes[1] !== 0xfe || bytes[2] !== 0x16) return 'bad-frame';
        if (toSum(bytes) !== 0xff) return 'bad-checksum';
        return new DataView(bytes.buffer, bytes.byteOffset).getUint32(3);
      },
    },
    false,
  );
}
