import { uuid16 } from '../../bluetooth/uuid';
import { allows } from '../peripheral';
import { simulatedBed } from './bed';
import type { FramedDevice, FramedDeviceOptions } from './framed-device';
import type { MassageCommands } from './massage';
import { wilinkeCommand } from './richmat';

const commands: MassageCommands = new Map([
  [0x5d, ['on', (massage) => massage.set('all', 1)]],
  [0x5e, ['off', (massage) => massage.off()]],
  [0x48, ['switch', (massage) => massage.pattern('next')]],
  [0x4c, ['head up', (massage) => massage.nudge('head', 1)]],
  [0x4d, ['head down', (massage) => massage.nudge('head', -1)]],
  [0x4e, ['foot up', (massage) => massage.nudge('foot', 1)]],
  [0x4f, ['foot down', (massage) => massage.nudge('foot', -1)]],
  [0x49, ['wave 1', (massage) => massage.pattern(1)]],
  [0x4a, ['wave 2', (massage) => massage.pattern(2)]],
  [0x4b, ['wave 3', (massage) => massage.pattern(3)]],
  [0x5f, ['10 min', (massage, atMs) => massage.timer(10, atMs)]],
  [0x63, ['20 min', (massage, atMs) => massage.timer(20, atMs)]],
  [0x61, ['30 min', (massage, atMs) => massage.timer(30, atMs)]],
]);

/** A BedTech bed: accepts only writes with response. */
export function simulatedBedtech(options: FramedDeviceOptions = {}): FramedDevice {
  return simulatedBed(
    { address: options.address ?? '5E:B0:00:00:01:0A', name: options.name ?? 'BedTech 010A' },
    {
      service: uuid16(0xfee9),
      command: 'd44bc439-abfd-45a2-b575-925416129600',
      properties: allows('write'),
      zones: ['head', 'foot'],
      commands,
      motors: new Set([0x24, 0x25, 0x26, 0x27, 0x31, 0x45, 0x46, 0x6e]),
      readCommand: wilinkeCommand,
    },
  );
}
