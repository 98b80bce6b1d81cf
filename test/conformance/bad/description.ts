import type { CharacteristicProperties } from '../../../lib/bluetooth/transport';
import { simulatedBike } from '../../../lib/simulated/bike';
import { PaperDevice, u16 } from '../device/paper-device';
import { GUN, MAT } from '../device/specs';
import { CONTROL, FEATURE, MEASUREMENT, PROGRAMMES, RANGES, STATUS } from '../device/uuids';
import { type BadDevice, bad } from './bad-device';

/** Devices whose description is wrong: nothing may be written to them, except for the programmes and Status. */

const without = (uuid: string, property: keyof CharacteristicProperties | null) =>
  class extends PaperDevice {
    override characteristics() {
      const all = super.characteristics();
      if (property === null) return all.filter((one) => one.uuid !== uuid);
      return all.map((one) => (one.uuid === uuid ? { uuid, properties: { ...one.properties, [property]: false } } : one));
    }
  };

const unreadable = (uuid: string) =>
  class extends PaperDevice {
    override readBytes(characteristic: string) {
      return characteristic === uuid ? null : super.readBytes(characteristic);
    }
  };

/** Feature with these bytes from `at` on. */
const feature = (at: number, ...bytes: readonly number[]) =>
  class extends PaperDevice {
    override featureBytes() {
      return super.featureBytes().map((byte, i) => bytes[i - at] ?? byte);
    }
  };

/** Ranges with these bytes from `at` on. */
const ranges = (at: number, ...bytes: readonly number[]) =>
  class extends PaperDevice {
    override rangeBytes() {
      return super.rangeBytes().map((byte, i) => bytes[i - at] ?? byte);
    }
  };

const programmes = (...bytes: readonly number[]) =>
  class extends PaperDevice {
    override programmeBytes() {
      return [...bytes];
    }
  };

export const BAD_DESCRIPTIONS: readonly BadDevice[] = [
  { name: 'has another service', breaks: ['D-1'], make: () => simulatedBike() },
  bad('has no Measurement', ['D-1'], without(MEASUREMENT, null)),
  bad('has no Programmes', ['D-1'], without(PROGRAMMES, null)),
  bad('answers without indications', ['D-1'], without(CONTROL, 'indicate')),
  bad('has a Status that cannot be read', ['D-1'], without(STATUS, 'read')),
  bad('has a Status that is not notified', ['D-1'], without(STATUS, 'notify')),

  bad('refuses to read Feature', ['D-2'], unreadable(FEATURE)),
  bad(
    'has 15 bytes of Feature',
    ['D-2'],
    class extends PaperDevice {
      override featureBytes() {
        return super.featureBytes().slice(0, 15);
      }
    },
  ),
  bad(
    'has 17 bytes of Feature',
    ['D-2'],
    class extends PaperDevice {
      override featureBytes() {
        return [...super.featureBytes(), 0];
      }
    },
  ),
  bad('has version 2', ['D-2'], feature(0, 2)),
  bad('has the class of another service', ['D-2'], feature(2, 1)),
  bad('has class 4', ['D-2'], feature(2, 4)),
  bad('has no zones', ['D-2'], feature(3, 0)),
  bad('has 17 zones', ['D-2'], feature(3, 17)),
  bad('has 33 programmes', ['D-2'], feature(4, 33)),
  bad('has a watchdog of 4 s', ['D-2'], feature(5, 4)),
  bad('has a watchdog of 61 s', ['D-2'], feature(5, 61)),
  bad('has a shortest timer of 0 s', ['D-2'], feature(6, 0, 0)),
  bad('has a shortest timer of 61 s', ['D-2'], feature(6, 61, 0)),
  bad('has a longest timer of 59 s', ['D-2'], feature(8, 59, 0)),
  bad('has a longest timer of 3601 s', ['D-2'], feature(8, ...u16(3601))),
  bad('has a flag that does not exist', ['D-2'], feature(10, 0x0b)),
  bad('has a flag in the second byte of flags', ['D-2'], feature(11, 1)),
  bad('takes more than 10 s to rest', ['D-2'], feature(12, ...u16(10_001))),
  bad('has something in the last bytes of Feature', ['D-2'], feature(15, 1)),

  bad('refuses to read Ranges', ['D-2'], unreadable(RANGES)),
  bad('lists a zone 0', ['D-2'], ranges(0, 0)),
  bad('lists a zone twice', ['D-2'], ranges(8, 1)),
  bad('has a unit that does not exist', ['D-2'], ranges(1, 3)),
  bad('has 0 as its lowest level', ['D-2'], ranges(2, 0, 0)),
  bad('presses with 121 mmHg', ['D-2'], ranges(4, 121, 0)),
  bad('has 101 %', ['D-2'], ranges(4, 101, 0), {}, GUN),
  bad('has level 256', ['D-2'], ranges(4, ...u16(256)), {}, MAT),
  bad('has a highest level below the lowest', ['D-2'], ranges(4, 15, 0)),
  bad('has a step of 0', ['D-2'], ranges(6, 0, 0)),
  bad('has a step that misses the highest level', ['D-2'], ranges(6, 7, 0)),
  bad(
    'lists one range for two zones',
    ['D-2'],
    class extends PaperDevice {
      override rangeBytes() {
        return super.rangeBytes().slice(0, 8);
      }
    },
  ),
  bad(
    'ends within a range',
    ['D-2'],
    class extends PaperDevice {
      override rangeBytes() {
        return super.rangeBytes().slice(0, 12);
      }
    },
  ),

  bad('refuses to read Programmes', ['D-3'], unreadable(PROGRAMMES)),
  bad('lists one programme of two', ['D-3'], programmes(4, 1, 0x41)),
  bad('lists a programme 0', ['D-3'], programmes(0, 1, 0x41, 9, 1, 0x42)),
  bad('lists a programme twice', ['D-3'], programmes(4, 1, 0x41, 4, 1, 0x42)),
  bad('has a programme without a name', ['D-3'], programmes(4, 0, 9, 1, 0x42)),
  bad('has a name of 25 bytes', ['D-3'], programmes(4, 25, ...Array.from({ length: 25 }, () => 0x41), 9, 1, 0x42)),
  bad('has a name that is no UTF-8', ['D-3'], programmes(4, 2, 0x41, 0xe4, 9, 1, 0x42)),
  bad('ends within a name', ['D-3'], programmes(4, 1, 0x41, 9, 5, 0x42)),

  bad('refuses to read Status', ['D-4'], unreadable(STATUS)),
  bad(
    'has 9 bytes of Status',
    // No event can be read either.
    ['D-4', 'N-1'],
    class extends PaperDevice {
      override statusBytes(event: number) {
        return super.statusBytes(event).slice(0, 9);
      }
    },
  ),
  bad(
    'has 11 bytes of Status',
    ['D-4'],
    class extends PaperDevice {
      override statusBytes(event: number) {
        return [...super.statusBytes(event), 0];
      }
    },
  ),
  bad(
    'has a flag of Status that does not exist',
    ['D-4'],
    class extends PaperDevice {
      override statusBytes(event: number) {
        return super.statusBytes(event).map((byte, at) => (at === 3 ? byte + 2 : byte));
      }
    },
  ),
  bad(
    'tells of an event when Status is read',
    ['D-4'],
    class extends PaperDevice {
      override readBytes(characteristic: string) {
        return characteristic === STATUS ? this.statusBytes(1) : super.readBytes(characteristic);
      }
    },
  ),
  bad(
    'ends runs in a way that does not exist',
    ['D-4', 'N-4'],
    class extends PaperDevice {
      override statusBytes(event: number) {
        return super.statusBytes(event).map((byte, at) => (at === 9 && byte === 5 ? 11 : byte));
      }
    },
  ),
];
