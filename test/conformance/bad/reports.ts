import { IDLE, PAUSED, PaperDevice, RUNNING } from '../device/paper-device';
import { MAT } from '../device/specs';
import { MEASUREMENT, STATUS } from '../device/uuids';
import { type BadDevice, bad } from './bad-device';

/** Devices whose Measurement or Status is wrong. */

/** Every packet changed. */
const packets = (change: (packet: number[]) => number[]) =>
  class extends PaperDevice {
    override packets() {
      return super.packets().map(change);
    }
  };

const status = (change: (bytes: number[], device: PaperDevice) => number[]) =>
  class extends PaperDevice {
    override statusBytes(event: number) {
      return change(super.statusBytes(event), this);
    }
  };

const at = (bytes: readonly number[], place: number, value: number) => bytes.map((byte, i) => (i === place ? value : byte));

export const BAD_REPORTS: readonly BadDevice[] = [
  bad(
    'never measures',
    ['M-1', 'M-2', 'M-4'],
    class extends PaperDevice {
      override measures() {
        return false;
      }
    },
  ),
  bad(
    'measures every 4 s',
    ['M-1'],
    class extends PaperDevice {
      override measures() {
        return super.measures() && this.now % 4000 < 1000;
      }
    },
  ),
  bad(
    'measures only its first zone',
    ['M-1', 'M-4'],
    class extends PaperDevice {
      override packets() {
        return super.packets().map((packet) => [packet[0] ?? 0, 1, ...packet.slice(2, 7)]);
      }
    },
  ),
  bad(
    'measures nothing in a pause',
    ['M-1'],
    class extends PaperDevice {
      override measures() {
        return super.measures() && this.state !== PAUSED;
      }
    },
  ),

  bad(
    'counts its zones from 0 in Measurement',
    ['M-3', 'M-1', 'M-2', 'M-4'],
    class extends PaperDevice {
      override zoneBytes(place: number) {
        return at(super.zoneBytes(place), 0, place);
      }
    },
  ),
  bad('has packets of 22 bytes', ['M-3'], wide(), { zones: [1, 2, 3, 4].map((zone) => ({ zone, unit: 2, min: 20, max: 100, step: 5 })) }),
  bad(
    'has a byte too many in each packet',
    ['M-3'],
    packets((packet) => [...packet, 0]),
  ),
  bad(
    'has packets that end early',
    ['M-3', 'M-1', 'M-2', 'M-4'],
    packets((packet) => packet.slice(0, -1)),
  ),
  bad(
    'has a flag in Measurement that does not exist',
    ['M-3'],
    packets((packet) => at(packet, 0, (packet[0] ?? 0) + 4)),
  ),
  bad(
    'says that it measures pressure and does not',
    ['M-3'],
    class extends PaperDevice {
      override flags() {
        return super.flags() + 2;
      }
    },
    { pressure: false },
  ),
  bad(
    'measures pressure and does not say so',
    ['M-3'],
    class extends PaperDevice {
      override flags() {
        return super.flags() - 2;
      }
    },
  ),
  bad(
    'measures its temperature and does not say so',
    ['M-3'],
    class extends PaperDevice {
      override flags() {
        return super.flags() - 4;
      }
    },
    {},
    MAT,
  ),
  bad(
    'says that it measures its temperature and does not',
    ['M-3'],
    class extends PaperDevice {
      override flags() {
        return super.flags() + 4;
      }
    },
  ),
  bad(
    'has a zone twice in a packet',
    ['M-3'],
    packets((packet) => [packet[0] ?? 0, 3, ...packet.slice(2), ...packet.slice(2, 7)]),
  ),
  bad('has levels in the wrong byte order', ['M-2'], swapped()),

  bad(
    'does not tell what happens',
    ['N-1', 'N-2', 'T-3', 'T-5', 'W-1', 'W-3'],
    class extends PaperDevice {
      override tell() {}
    },
  ),
  bad(
    'tells what happens 4 s late',
    // Status says that it stops when it is idle, and silent, already.
    ['N-1', 'M-1', 'T-3', 'T-5', 'W-1', 'W-3'],
    class extends PaperDevice {
      override tell(event: number) {
        this.send(STATUS, this.statusBytes(event), event === 0 ? 0 : 4000);
      }
    },
  ),
  bad(
    'does not tell of a pause',
    ['N-1'],
    class extends PaperDevice {
      override tell(event: number) {
        if (event !== 2) super.tell(event);
      }
    },
  ),
  bad(
    'does not tell that it came to rest',
    ['N-1'],
    class extends PaperDevice {
      override tell(event: number) {
        if (event !== 8) super.tell(event);
      }
    },
  ),
  bad(
    'tells of a start with the state before it',
    ['N-1'],
    class extends PaperDevice {
      override tell(event: number) {
        this.send(STATUS, event === 1 ? at(this.statusBytes(event), 1, IDLE) : this.statusBytes(event), 0);
      }
    },
  ),
  bad(
    'sends Status every 30 s',
    ['N-2'],
    class extends PaperDevice {
      override statusEveryMs() {
        return 30_000;
      }
    },
  ),
  bad(
    'counts its running time in tenths of a second',
    ['N-3', 'P-3', 'N-4'],
    status((bytes, { elapsedMs }) => at(bytes, 6, Math.floor(elapsedMs / 100) % 256)),
  ),
  bad(
    'has no running time',
    ['N-3', 'P-3', 'N-4'],
    status((bytes) => at(at(bytes, 6, 0), 7, 0)),
  ),
  bad(
    'has no time left',
    ['N-3', 'P-3', 'T-5', 'T-6'],
    status((bytes) => at(at(bytes, 4, 0), 5, 0)),
  ),
  bad(
    'never names a programme',
    ['N-3', 'S-4'],
    status((bytes) => at(bytes, 8, 0)),
  ),
  bad(
    'never says that control is held',
    ['N-3'],
    status((bytes) => at(bytes, 3, 0)),
  ),
  bad(
    'always says that control is held',
    ['N-3'],
    status((bytes) => at(bytes, 3, 1)),
  ),

  bad(
    'does not say how a run ended',
    ['N-4'],
    status((bytes) => at(bytes, 9, 0)),
  ),
  bad(
    'says that a host ended every run',
    ['N-4'],
    status((bytes) => at(bytes, 9, bytes[9] === 0 ? 0 : 3)),
  ),
  bad(
    'forgets how a run ended when it is at rest',
    ['N-4'],
    status((bytes, { state }) => at(bytes, 9, state === IDLE ? 0 : (bytes[9] ?? 0))),
  ),
  bad(
    'clears its running time at the end',
    ['N-4'],
    status((bytes, { state }) => (state === RUNNING || state === PAUSED ? bytes : at(at(bytes, 6, 0), 7, 0))),
  ),
];

/** All zones in one packet, however large. */
function wide() {
  return class extends PaperDevice {
    override report() {
      const due = this.now >= this.measureDueMs && this.measures();
      if (due) {
        const zones = this.spec.zones.flatMap((_, place) => this.zoneBytes(place));
        this.send(MEASUREMENT, [1, this.spec.zones.length, ...zones], 0);
      }
      super.report();
    }
    override packets() {
      return [];
    }
  };
}

function swapped() {
  return class extends PaperDevice {
    override zoneBytes(place: number) {
      const [zone = 0, low = 0, high = 0, ...rest] = super.zoneBytes(place);
      return [zone, high, low, ...rest];
    }
  };
}
