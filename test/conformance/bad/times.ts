import { NO_TIMER, PAUSED, PaperDevice, RUNNING } from '../device/paper-device';
import { type BadDevice, bad } from './bad-device';

/** Devices whose timer or watchdog is wrong. */

export const BAD_TIMES: readonly BadDevice[] = [
  bad(
    'starts without a timer',
    ['T-1', 'T-4'],
    class extends PaperDevice {
      override refusal(op: number, bytes: readonly number[]) {
        const refusal = super.refusal(op, bytes);
        return refusal === NO_TIMER ? null : refusal;
      }
    },
  ),
  bad(
    'takes timers that are too short',
    ['T-2'],
    class extends PaperDevice {
      override timerFits(seconds: number) {
        return seconds <= this.spec.timerMaxS;
      }
    },
  ),
  bad(
    'takes timers that are too long',
    ['T-2'],
    class extends PaperDevice {
      override timerFits(seconds: number) {
        return seconds >= this.spec.timerMinS;
      }
    },
  ),
  bad(
    'ignores its timer',
    ['T-3', 'T-5'],
    class extends PaperDevice {
      override timerOver() {}
    },
  ),
  bad(
    'counts its timer at half the speed',
    ['T-3', 'T-5'],
    class extends PaperDevice {
      override timerOver() {
        if (this.elapsedMs >= 2 * (this.endsAt ?? 0)) super.timerOver();
      }
    },
  ),
  bad(
    'ends 4 s before its timer',
    ['T-3', 'T-5'],
    class extends PaperDevice {
      override tick() {
        if (this.state === RUNNING && this.endsAt !== null && this.elapsedMs >= this.endsAt - 4000) this.timerOver();
        super.tick();
      }
    },
  ),
  bad(
    'says that the watchdog ended what the timer ended',
    ['T-3', 'T-5', 'N-1', 'N-4'],
    class extends PaperDevice {
      override timerOver() {
        this.end(5);
      }
    },
  ),
  bad(
    'keeps its timer after a stop',
    ['T-4', 'N-3'],
    class extends PaperDevice {
      override end(event: number) {
        const { endsAt } = this;
        super.end(event);
        if (event === 3) this.endsAt = endsAt;
      }
    },
  ),
  bad(
    'keeps its timer after its end',
    ['T-4'],
    class extends PaperDevice {
      override end(event: number) {
        const { endsAt } = this;
        super.end(event);
        if (event === 4) this.endsAt = endsAt;
      }
    },
  ),
  bad(
    'ignores timers while running',
    ['T-5'],
    class extends PaperDevice {
      override setTimer(seconds: number) {
        if (this.state !== RUNNING) super.setTimer(seconds);
      }
    },
  ),
  bad(
    'counts a timer that is set while running from the start',
    ['T-5'],
    class extends PaperDevice {
      override setTimer(seconds: number) {
        this.endsAt = seconds * 1000;
      }
    },
  ),
  bad(
    'shows a new timer while running and does not count it',
    ['T-5'],
    class extends PaperDevice {
      realEnd: number | null = null;
      override setTimer(seconds: number) {
        super.setTimer(seconds);
        if (this.state !== RUNNING) this.realEnd = this.endsAt;
      }
      override timerOver() {
        if (this.elapsedMs >= (this.realEnd ?? 0)) super.timerOver();
      }
    },
  ),
  bad(
    'has no longest time',
    ['T-6'],
    class extends PaperDevice {
      override setTimer(seconds: number) {
        this.endsAt = (this.state === RUNNING || this.state === PAUSED ? this.elapsedMs : 0) + seconds * 1000;
      }
    },
  ),
  bad(
    'refuses a timer beyond the longest time while running',
    ['T-6'],
    class extends PaperDevice {
      override timerFits(seconds: number) {
        const spentS = this.state === RUNNING ? this.elapsedMs / 1000 : 0;
        return super.timerFits(seconds) && spentS + seconds <= this.spec.timerMaxS;
      }
    },
  ),

  bad(
    'has no watchdog',
    ['W-1', 'W-3'],
    class extends PaperDevice {
      override watchdogOver() {}
    },
  ),
  bad(
    'has a watchdog that is twice as long as it says',
    ['W-1', 'W-3'],
    class extends PaperDevice {
      override watchdogOver() {
        if (this.quietMs >= 2 * this.spec.watchdogS * 1000) super.watchdogOver();
      }
    },
  ),
  bad(
    'has a watchdog that is half as long as it says',
    ['W-1', 'W-3'],
    class extends PaperDevice {
      override tick() {
        const active = this.state === RUNNING || this.state === PAUSED;
        if (active && this.quietMs >= this.spec.watchdogS * 500) this.watchdogOver();
        super.tick();
      }
    },
  ),
  bad(
    'does not say that the watchdog ended the run',
    ['W-1', 'W-3', 'N-1'],
    class extends PaperDevice {
      override tell(event: number) {
        super.tell(event === 5 ? 0 : event);
      }
    },
  ),
  bad(
    'counts its watchdog from the start',
    ['W-2'],
    class extends PaperDevice {
      override heardHolder(op: number) {
        if (op === 5) super.heardHolder(op);
      }
    },
  ),
  bad(
    'does not count keep-alives',
    ['W-2'],
    class extends PaperDevice {
      override heardHolder(op: number) {
        if (op !== 8) super.heardHolder(op);
      }
    },
  ),
  bad(
    'has no watchdog in a pause',
    ['W-3'],
    class extends PaperDevice {
      override watchdogOver() {
        if (this.state !== PAUSED) super.watchdogOver();
      }
    },
  ),
];
