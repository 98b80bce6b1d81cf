import { allows } from '../peripheral';
import { simulatedBed } from './bed';
import type { FramedDevice, FramedDeviceOptions } from './framed-device';
import type { MassageCommands } from './massage';

const commands: MassageCommands = new Map([
  [0x80, ['off', (massage) => massage.off()]],
  [0x81, ['mode step', (massage) => massage.pattern('next')]],
  [0x91, ['toggle all', (massage) => massage.toggle('all')]],
  [0xa8, ['all up', (massage) => massage.nudge('all', 1)]],
  [0xa9, ['all down', (massage) => massage.nudge('all', -1)]],
  [0xa6, ['toggle head', (massage) => massage.toggle('head')]],
  [0x8d, ['head up', (massage) => massage.nudge('head', 1)]],
  [0x8e, ['head down', (massage) => massage.nudge('head', -1)]],
  [0xa7, ['toggle foot', (massage) => massage.toggle('foot')]],
  [0x8f, ['foot up', (massage) => massage.nudge('foot', 1)]],
  [0x90, ['foot down', (massage) => massage.nudge('foot', -1)]],
]);

/** A bed with a Linak controller. */
export function simulatedLinak(options: FramedDeviceOptions = {}): FramedDevice {
  return simulatedBed(
    { address: options.address ?? '5E:B0:00:00:01:02', name: options.name ?? 'Bed 0102' },
    {
      service: '99fa0001-338a-1024-8a49-009c0215f78a',
      command: '99fa0002-338a-1024-8a49-009c0215f78a',
      properties: allows('write', 'writeWithoutResponse'),
      zones: ['head', 'foot'],
      commands,
      motors: new Set([0x00, 0x02, 0x03, 0x04, 0x05, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0e, 0x0f, 0x44, 0x38, 0x39, 0x3a, 0x45]),
      readCommand: ([command = 0, zero, ...more]) => (zero === 0 && more.length === 0 ? command : 'bad-frame'),
    },
  );
}
