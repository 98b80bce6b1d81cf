import { BAD, FAULT, IDLE, NO_CONTROL, OK, PAUSED, PaperDevice, PRESS, RUNNING, UNSUPPORTED, WRONG_STATE } from '../device/paper-device';
import { GUN } from '../device/specs';
import { CONTROL } from '../device/uuids';
import { type BadDevice, bad } from './bad-device';

/** Devices whose answers are wrong. */

/** Answers this instead of a refusal; `when` by op code, bytes and refusal. */
const refusing = (instead: number, when: (op: number, bytes: readonly number[], refusal: number, device: PaperDevice) => boolean) =>
  class extends PaperDevice {
    override refusal(op: number, bytes: readonly number[]) {
      const refusal = super.refusal(op, bytes);
      return refusal !== null && when(op, bytes, refusal, this) ? instead : refusal;
    }
  };

/** Carries out what it should refuse. */
const accepting = (when: (op: number, bytes: readonly number[], refusal: number, device: PaperDevice) => boolean) =>
  class extends PaperDevice {
    override refusal(op: number, bytes: readonly number[]) {
      const refusal = super.refusal(op, bytes);
      return refusal !== null && when(op, bytes, refusal, this) ? null : refusal;
    }
  };

const level = (bytes: readonly number[]) => (bytes[2] ?? 0) + 256 * (bytes[3] ?? 0);
const isLevel = (op: number, bytes: readonly number[], refusal: number) => op === 2 && refusal === BAD && bytes.length === 4;

export const BAD_CONTROL: readonly BadDevice[] = [
  bad('answers after 2 s', ['C-1'], PaperDevice, { answerMs: 2000 }),
  bad(
    'answers twice',
    ['C-1'],
    class extends PaperDevice {
      override indicate(op: number, result: number) {
        super.indicate(op, result);
        super.indicate(op, result);
      }
    },
  ),
  bad(
    'answers keep-alives as another command',
    ['C-1', 'C-5'],
    class extends PaperDevice {
      override indicate(op: number, result: number) {
        super.indicate(op === 8 ? 7 : op, result);
      }
    },
  ),
  bad(
    'answers with four bytes',
    ['C-1'],
    class extends PaperDevice {
      override indicate(op: number, result: number) {
        this.send(CONTROL, [0x80, op, result, 0], this.spec.answerMs);
      }
    },
  ),
  bad(
    'does not answer keep-alives',
    ['C-1', 'C-5'],
    class extends PaperDevice {
      override indicate(op: number, result: number) {
        if (op !== 8) super.indicate(op, result);
      }
    },
  ),

  bad(
    'obeys everybody',
    ['C-2', 'C-9', 'C-10'],
    accepting((_op, _bytes, refusal) => refusal === NO_CONTROL),
  ),
  bad(
    'starts for everybody',
    ['C-2', 'C-9'],
    accepting((op, _, refusal) => op === 5 && refusal === NO_CONTROL),
  ),
  bad(
    'takes levels from everybody',
    ['C-2', 'C-9'],
    accepting((op, _, refusal) => op === 2 && refusal === NO_CONTROL),
  ),
  bad(
    'takes programmes from everybody',
    ['C-2'],
    accepting((op, _, refusal) => op === 3 && refusal === NO_CONTROL),
  ),
  bad(
    'takes timers from everybody',
    ['C-2', 'C-10'],
    accepting((op, _, refusal) => op === 4 && refusal === NO_CONTROL),
  ),
  bad(
    'pauses for everybody',
    ['C-2'],
    accepting((op, _, refusal) => op === 6 && refusal === NO_CONTROL),
  ),

  bad(
    'gives control to nobody',
    ['C-3'],
    class extends PaperDevice {
      override requestRefusal() {
        return NO_CONTROL;
      }
    },
  ),
  bad(
    'waits for a press that does not count',
    ['C-3'],
    class extends PaperDevice {
      override requestRefusal() {
        return PRESS;
      }
    },
  ),

  bad(
    'takes unknown commands',
    ['C-4', 'C-10'],
    refusing(OK, (_op, _bytes, refusal) => refusal === UNSUPPORTED),
  ),
  bad(
    'calls unknown commands a wrong length',
    ['C-4', 'C-10'],
    refusing(BAD, (_op, _bytes, refusal) => refusal === UNSUPPORTED),
  ),
  bad(
    'pauses although it says that it cannot',
    ['C-4'],
    class extends PaperDevice {
      override knows(op: number) {
        return op <= 8;
      }
    },
    {},
    GUN,
  ),
  bad(
    'refuses pause as a wrong state where it cannot',
    ['C-4'],
    refusing(WRONG_STATE, (op) => op === 6),
    {},
    GUN,
  ),

  bad(
    'ignores lengths',
    ['C-5', 'C-10'],
    class extends PaperDevice {
      override fits(op: number, bytes: readonly number[]) {
        return bytes.length > 0 || op !== 0;
      }
    },
  ),
  ...(
    [
      ['a stop', 7],
      ['a start', 5],
      ['a keep-alive', 8],
      ['a request', 0],
      ['a release', 1],
      ['a pause', 6],
      ['a programme', 3],
      ['a level', 2],
      ['a timer', 4],
    ] as const
  ).map(([what, tailed]) =>
    bad(
      `takes a tail after ${what}`,
      ['C-5'],
      class extends PaperDevice {
        override fits(op: number, bytes: readonly number[]) {
          return super.fits(op, bytes) || (op === tailed && super.fits(op, bytes.slice(0, -1)));
        }
      },
    ),
  ),
  bad(
    'takes a level of one byte',
    ['C-5'],
    class extends PaperDevice {
      override fits(op: number, bytes: readonly number[]) {
        return super.fits(op, bytes) || (op === 2 && bytes.length === 3);
      }
    },
  ),
  bad(
    'calls a wrong length unknown',
    ['C-5', 'C-10', 'C-11'],
    refusing(UNSUPPORTED, (op, bytes, refusal) => refusal === BAD && hasWrongLength(op, bytes)),
  ),

  bad(
    'takes levels above its range',
    ['C-6'],
    accepting((op, bytes, refusal) => isLevel(op, bytes, refusal) && level(bytes) > 100),
  ),
  bad(
    'takes zones that it does not have',
    ['C-6'],
    accepting((op, bytes, refusal) => isLevel(op, bytes, refusal) && (bytes[1] ?? 0) > 2),
  ),
  bad(
    'takes zone 0',
    ['C-6'],
    accepting((op, bytes, refusal) => isLevel(op, bytes, refusal) && bytes[1] === 0),
  ),
  bad(
    'takes programmes that it does not have',
    ['C-6'],
    accepting((op, bytes, refusal) => op === 3 && refusal === BAD && bytes.length === 2),
  ),
  bad(
    'calls a level above its range a wrong state',
    ['C-6'],
    refusing(WRONG_STATE, (op, bytes, refusal) => isLevel(op, bytes, refusal) && level(bytes) > 100),
  ),

  bad(
    'moves when a level is set',
    ['C-7', 'S-5'],
    class extends PaperDevice {
      override wanted(place: number) {
        return this.state === IDLE ? (this.set[place] ?? 0) : super.wanted(place);
      }
    },
  ),
  bad(
    'starts when a timer is set',
    ['C-7'],
    class extends PaperDevice {
      override setTimer(seconds: number) {
        super.setTimer(seconds);
        this.start();
      }
    },
  ),

  bad(
    'takes levels below its range',
    ['C-8'],
    accepting((op, bytes, refusal) => isLevel(op, bytes, refusal) && level(bytes) < 20 && bytes[1] === 1),
  ),
  bad(
    'takes any step',
    ['C-8'],
    accepting((op, bytes, refusal) => isLevel(op, bytes, refusal) && level(bytes) > 20 && level(bytes) < 100),
  ),

  bad(
    'ignores a release',
    ['C-9', 'N-3'],
    class extends PaperDevice {
      override release() {
        // It keeps control until the link is lost.
        if (!this.linked) super.release();
      }
    },
  ),
  bad('refuses a release', ['C-9', 'N-3'], refusingRelease()),

  bad(
    'looks at control before the command',
    ['C-10'],
    class extends PaperDevice {
      override refusal(op: number, bytes: readonly number[]) {
        return this.held || op === 0 || op === 7 ? super.refusal(op, bytes) : NO_CONTROL;
      }
    },
  ),
  bad(
    'looks at control before the length',
    ['C-10'],
    class extends PaperDevice {
      override refusal(op: number, bytes: readonly number[]) {
        return this.knows(op) && !this.permits(op) && op !== 0 ? NO_CONTROL : super.refusal(op, bytes);
      }
    },
  ),
  bad(
    'looks at values before control',
    ['C-10'],
    class extends PaperDevice {
      override refusal(op: number, bytes: readonly number[]) {
        const seconds = (bytes[1] ?? 0) + 256 * (bytes[2] ?? 0);
        return op === 4 && bytes.length === 3 && !this.timerFits(seconds) ? BAD : super.refusal(op, bytes);
      }
    },
  ),

  bad(
    'does not answer an empty write',
    ['C-11', 'C-1'],
    class extends PaperDevice {
      override obey(bytes: readonly number[]) {
        return bytes.length === 0 ? 0 : super.obey(bytes);
      }
      override indicate(op: number, result: number) {
        if (result !== 0) super.indicate(op, result);
      }
    },
  ),
  bad(
    'refuses an empty write by the protocol',
    ['C-11', 'C-1'],
    class extends PaperDevice {
      override write(uuid: string, bytes: Uint8Array, atMs: number) {
        return bytes.length === 0 ? ({ ok: false, fault: 'failed' } as const) : super.write(uuid, bytes, atMs);
      }
    },
  ),
  bad(
    'takes an empty write for a request',
    ['C-11'],
    accepting((_, bytes) => bytes.length === 0),
  ),

  bad(
    'takes a pause in idle',
    ['C-12'],
    refusing(OK, (op, _, refusal, { state }) => op === 6 && refusal === WRONG_STATE && state === IDLE),
  ),
  bad(
    'takes a pause in a pause',
    ['C-12'],
    refusing(OK, (op, _, refusal, { state }) => op === 6 && refusal === WRONG_STATE && state === PAUSED),
  ),
  bad(
    'calls a pause in idle a fault',
    ['C-12'],
    refusing(FAULT, (op, _, refusal, { state }) => op === 6 && refusal === WRONG_STATE && state !== RUNNING),
  ),
];

function hasWrongLength(op: number, bytes: readonly number[]): boolean {
  return bytes.length !== [1, 1, 4, 2, 3, 1, 1, 1, 1][op];
}

function refusingRelease() {
  return class extends PaperDevice {
    override refusal(op: number, bytes: readonly number[]) {
      return op === 1 && bytes.length === 1 && this.held ? WRONG_STATE : super.refusal(op, bytes);
    }
  };
}
