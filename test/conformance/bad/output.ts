import { IDLE, PAUSED, PaperDevice, RUNNING, STOPPING, WRONG_STATE } from '../device/paper-device';
import { MAT } from '../device/specs';
import { type BadDevice, bad } from './bad-device';

/** Devices that move otherwise than they are told. */

const wanting = (wanted: (given: number, place: number, device: PaperDevice) => number) =>
  class extends PaperDevice {
    override wanted(place: number) {
      return wanted(super.wanted(place), place, this);
    }
  };

const stopping = (stop: (device: PaperDevice, usual: () => void) => void) =>
  class extends PaperDevice {
    override stop() {
      stop(this, () => super.stop());
    }
  };

export const BAD_OUTPUT: readonly BadDevice[] = [
  bad(
    'puts out twice what was set',
    ['M-2'],
    wanting((given) => 2 * given),
  ),
  bad(
    'puts out one level more than was set',
    ['M-2'],
    wanting((given) => given && given + 1),
    {},
    MAT,
  ),
  bad(
    'puts out half of what was set',
    ['M-2', 'M-4'],
    wanting((given) => given / 2),
  ),
  bad(
    'never moves',
    ['M-2', 'M-4'],
    wanting(() => 0),
  ),
  bad('takes 25 s to its lowest level', ['M-2', 'M-4'], PaperDevice, { risesPerS: 0.8 }),
  bad(
    'ignores levels that were set before the start',
    ['M-2'],
    class extends PaperDevice {
      override start() {
        if (this.state === IDLE) this.set.fill(0);
        super.start();
      }
    },
  ),

  bad(
    'ignores levels while running',
    ['M-4'],
    class extends PaperDevice {
      override setLevel(zone: number, level: number) {
        if (this.state !== RUNNING) super.setLevel(zone, level);
      }
    },
  ),
  bad(
    'moves only its first zone',
    ['M-4'],
    wanting((given, place) => (place === 0 ? given : 0)),
  ),
  bad(
    'has its zones swapped',
    ['M-4', 'M-2'],
    class extends PaperDevice {
      override setLevel(zone: number, level: number) {
        super.setLevel(3 - zone, level);
      }
    },
  ),
  bad(
    'moves all zones together',
    ['M-4'],
    wanting((_, __, device) => (device.state === RUNNING ? Math.max(...device.set) : 0)),
  ),
  bad(
    'does not release a zone while running',
    ['M-5', 'M-4'],
    class extends PaperDevice {
      override setLevel(zone: number, level: number) {
        if (this.state !== RUNNING || level > 0) super.setLevel(zone, level);
      }
    },
  ),
  bad('rises at once', ['M-6'], PaperDevice, { risesPerS: 1000 }),

  bad(
    'ignores pauses',
    ['P-1'],
    class extends PaperDevice {
      override pause() {}
    },
  ),
  bad(
    'refuses pauses although it says that it can',
    ['P-1', 'C-2', 'C-5', 'C-12'],
    class extends PaperDevice {
      override knows(op: number) {
        return op !== 6 && super.knows(op);
      }
    },
  ),
  bad(
    'moves on in a pause',
    ['P-1'],
    wanting((given, place, { state, set }) => (state === PAUSED ? (set[place] ?? 0) : given)),
  ),
  bad(
    'keeps its pressure in a pause',
    ['P-1'],
    class extends PaperDevice {
      override pressureAfter(place: number, out: number) {
        return this.state === PAUSED ? (this.mmHg[place] ?? 0) : out;
      }
    },
  ),

  ...(
    [
      ['whole mmHg', (mmHg) => mmHg],
      ['tenths of a kPa', (mmHg) => mmHg * 1.33322],
      ['tenths of a hPa', (mmHg) => mmHg * 13.3322],
      ['cm of water, in tenths', (mmHg) => mmHg * 13.5951],
    ] as const satisfies readonly (readonly [string, (mmHg: number) => number])[]
  ).map(([unit, convert]) =>
    bad(
      `measures pressure in ${unit}`,
      ['P-2'],
      class extends PaperDevice {
        override pressureUnits(mmHg: number) {
          return convert(mmHg);
        }
      },
    ),
  ),
  bad(
    'measures pressure in hundredths of a mmHg',
    ['P-2'],
    class extends PaperDevice {
      override pressureUnits(mmHg: number) {
        return mmHg * 100;
      }
    },
  ),
  bad(
    'presses with 130 mmHg at its lowest level',
    ['P-2'],
    class extends PaperDevice {
      override pressureAfter(_place: number, out: number) {
        return out * 6.5;
      }
    },
  ),
  bad(
    'measures no pressure while it presses',
    ['P-2'],
    class extends PaperDevice {
      override pressureAfter() {
        return 0;
      }
    },
  ),

  bad(
    'does not resume',
    ['P-3'],
    class extends PaperDevice {
      override refusal(op: number, bytes: readonly number[]) {
        return op === 5 && bytes.length === 1 && this.state === PAUSED ? WRONG_STATE : super.refusal(op, bytes);
      }
    },
  ),
  bad(
    'accepts a resume and stays paused',
    ['P-3'],
    class extends PaperDevice {
      override start() {
        if (this.state !== PAUSED) super.start();
      }
    },
  ),
  bad(
    'forgets its levels in a pause',
    ['P-3'],
    class extends PaperDevice {
      override pause() {
        super.pause();
        this.set.fill(0);
      }
    },
  ),
  bad(
    'counts its timer on in a pause',
    ['P-3'],
    class extends PaperDevice {
      override tick() {
        if (this.state === PAUSED && this.endsAt !== null) this.endsAt -= 100;
        super.tick();
      }
    },
  ),
  bad(
    'counts pauses as running time',
    ['P-3'],
    class extends PaperDevice {
      override tick() {
        if (this.state === PAUSED) {
          this.elapsedMs += 100;
          if (this.endsAt !== null) this.endsAt += 100;
        }
        super.tick();
      }
    },
  ),

  bad(
    'stops only for the holder of control',
    ['S-1'],
    class extends PaperDevice {
      override permits() {
        return this.held;
      }
    },
  ),
  bad(
    'stops only for the holder of control while it runs',
    ['S-1'],
    class extends PaperDevice {
      override permits(op: number) {
        return this.held || (op === 7 && this.state !== RUNNING);
      }
    },
  ),
  bad(
    'ignores a stop without control while it runs',
    ['S-1'],
    stopping((device, stop) => {
      if (device.held || device.state !== RUNNING) stop();
    }),
  ),

  bad(
    'ignores every stop',
    ['S-2'],
    stopping(() => {}),
  ),
  bad(
    'ignores a stop under load',
    ['S-2'],
    stopping(({ state, out }, stop) => (state === RUNNING && out.some((level) => level > 0) ? undefined : stop())),
  ),
  bad(
    'refuses a stop under load',
    ['S-2'],
    class extends PaperDevice {
      override refusal(op: number, bytes: readonly number[]) {
        return op === 7 && this.state === RUNNING && this.out.some((level) => level > 0) ? WRONG_STATE : super.refusal(op, bytes);
      }
    },
  ),
  bad(
    'ignores a stop in a pause',
    ['S-2'],
    stopping(({ state }, stop) => (state === PAUSED ? undefined : stop())),
  ),
  bad(
    'pauses at a stop',
    ['S-2'],
    stopping((device, stop) => (device.state === RUNNING ? device.pause() : stop())),
  ),
  bad(
    'has a pump that runs on after a stop',
    ['S-2', 'S-5'],
    wanting((given, _, { state, lastEnd }) => (state === STOPPING || (state === IDLE && lastEnd !== 0) ? 20 : given)),
  ),
  bad(
    'keeps its pressure after a stop',
    ['S-2'],
    class extends PaperDevice {
      override pressureAfter(place: number, out: number) {
        return this.state === STOPPING ? (this.mmHg[place] ?? 0) : out;
      }
      override rests() {
        return false;
      }
    },
  ),
  bad('never says that it is idle after a stop', ['S-2'], neverRests()),
  bad(
    'takes three times its time to rest',
    ['S-2'],
    class extends PaperDevice {
      override rests() {
        return this.stoppingMs >= 3 * this.spec.restMs;
      }
      override wanted(place: number) {
        return this.state === STOPPING && this.stoppingMs < 3 * this.spec.restMs ? 20 * Number(place === 0) : super.wanted(place);
      }
    },
  ),

  bad(
    'keeps its levels after a stop',
    ['S-3'],
    class extends PaperDevice {
      override end(event: number) {
        const set = [...this.set];
        super.end(event);
        set.forEach((level, place) => {
          this.set[place] = level;
        });
      }
    },
  ),
  bad(
    'keeps its programme after a stop',
    ['S-4'],
    class extends PaperDevice {
      override end(event: number) {
        const { programme } = this;
        super.end(event);
        this.programme = programme;
      }
    },
  ),
  bad(
    'selects programme 0 after a stop although it lists others',
    ['S-4'],
    class extends PaperDevice {
      override firstProgramme() {
        return 0;
      }
    },
  ),

  bad(
    'says that it is idle while it still presses',
    ['S-5'],
    class extends PaperDevice {
      override rests() {
        return true;
      }
      override pressureAfter(place: number, out: number) {
        return Math.max(out, (this.mmHg[place] ?? 0) - 0.5);
      }
    },
  ),
  bad(
    'says that it is idle while it runs',
    ['N-1'],
    class extends PaperDevice {
      override statusBytes(event: number) {
        return super.statusBytes(event).map((byte, place) => (place === 1 && byte === RUNNING ? IDLE : byte));
      }
    },
  ),
  bad(
    'moves by itself after it came to rest',
    ['S-5', 'S-2'],
    class extends PaperDevice {
      idleMs = 0;
      override tick() {
        this.idleMs = this.state === IDLE && this.lastEnd !== 0 ? this.idleMs + 100 : 0;
        super.tick();
      }
      override wanted(place: number) {
        return this.idleMs > 500 && this.idleMs < 4000 ? 20 : super.wanted(place);
      }
    },
  ),
];

function neverRests() {
  return class extends PaperDevice {
    override rests() {
      return false;
    }
  };
}
