import { uuid16 } from '../../bluetooth/uuid';
import { allows } from '../peripheral';
import { simulatedBed } from './bed';
import type { FramedDevice, FramedDeviceOptions, FrameRefusal } from './framed-device';
import type { MassageCommand, MassageCommands } from './massage';
import { toSum } from './sums';

const levels = (first: number, zone: string) =>
  [0, 1, 2, 3].map((level): MassageCommand => [first + level, [`${zone} ${level}`, (massage) => massage.set(zone, level)]]);

const commands: MassageCommands = new Map<MassageCommand[0], MassageCommand[1]>([
  [0x5d, ['toggle all', (massage) => massage.toggle('all')]],
  [0x48, ['pattern', (massage) => massage.pattern('next')]],
  ...levels(0x98, 'head'),
  ...levels(0x9c, 'foot'),
]);
const motors = new Set([
  0x24, 0x25, 0x26, 0x27, 0x3f, 0x40, 0x41, 0x42, 0x6e, 0x31, 0x45, 0x46, 0x58, 0x59, 0x2e, 0x2f, 0x2b, 0x2c, 0x64, 0x65, 0x66, 0x69,
]);

/** `6E 01 00 command sum`, for a WiLinke radio. */
export function wilinkeCommand(bytes: Uint8Array): number | FrameRefusal {
  const [start, one, zero, command = 0, sum] = bytes;
  if (bytes.length !== 5 || start !== 0x6e || one !== 1 || zero !== 0) return 'bad-frame';
  return sum === toSum(bytes.subarray(0, 4)) ? command : 'bad-checksum';
}

/** A Richmat bed with a WiLinke radio. */
export function simulatedRichmatWilinke(options: FramedDeviceOptions = {}): FramedDevice {
  return simulatedBed(
    { address: options.address ?? '5E:B0:00:00:01:03', name: options.name ?? 'QRRM0103' },
    {
      service: uuid16(0xfee9),
      command: 'd44bc439-abfd-45a2-b575-925416129600',
      properties: allows('write', 'writeWithoutResponse'),
      zones: ['head', 'foot'],
      commands,
      motors,
      readCommand: wilinkeCommand,
    },
    false,
  );
}

/** A Richmat bed with a Nordic radio. */
export function simulatedRichmatNordic(options: FramedDeviceOptions = {}): FramedDevice {
  return simulatedBed(
    { address: options.address ?? '5E:B0:00:00:01:04', name: options.name ?? 'Richmat 0104' },
    {
      service: '6e400001-b5a3-f393-e0a9-e50e24dcca9e',
      command: '6e400002-b5a3-f393-e0a9-e50e24dcca9e',
      properties: allows('write', 'writeWithoutResponse'),
      zones: ['head', 'foot'],
      commands,
      motors,
      readCommand: (bytes) => (bytes.length === 1 ? (bytes[0] ?? 0) : 'bad-frame'),
    },
  );
}
