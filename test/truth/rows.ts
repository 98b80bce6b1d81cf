import { makePlan } from '../lib/devices/session/set-up';
// One long file, because it is one table: a row for each misbehaviour.

import { PAUSED, PaperDevice, RUNNING, STOPPING, WRONG_STATE } from '../conformance/device/paper-device';
import { type BeltFaults, makeBelt, makeBoots, makePad, type PadFaults } from './stand-ins';
import { type TruthRow, truthRow } from './truth-row';

const STUCK_MMHG = 60;

class IgnoresStop extends PaperDevice {
  override stop() {}
}
class StopsLate extends PaperDevice {
  asked: number | null = null;
  override stop() {
    this.asked ??= this.now;
  }
  override tick() {
    if (this.asked !== null && this.now - this.asked >= 9000 && this.state === RUNNING) this.end(3);
    super.tick();
  }
}
class RefusesStop extends PaperDevice {
  override refusal(op: number, bytes: readonly number[]) {
    return op === 7 ? WRONG_STATE : super.refusal(op, bytes);
  }
}
/** It says idle, and the valve of chamber 2 stays shut. */
class StuckValve extends PaperDevice {
  override pressureAfter(place: number, out: number) {
    return place === 1 && this.state !== RUNNING ? STUCK_MMHG : out;
  }
}
class TooHigh extends PaperDevice {
  over = 0;
  override pressureAfter(place: number, out: number) {
    return place === 1 && this.state === RUNNING ? out + this.over : out;
  }
}
/** It answers a start with 01, and stays idle. */
class IgnoresStart extends PaperDevice {
  override start() {}
}
class IgnoresPause extends PaperDevice {
  override pause() {}
}
class FallsSilent extends PaperDevice {
  silent = false;
  override measures() {
    return !this.silent && super.measures();
  }
}
/** It obeys, and reports nothing any more. */
class FallsMute extends PaperDevice {
  mute = false;
  override advance(toMs: number) {
    const packets = super.advance(toMs);
    return this.mute ? [] : packets;
  }
}
/** It answers nothing and reports nothing any more, from a stop on. */
class Hangs extends PaperDevice {
  hangs = false;
  override stop() {
    this.hangs = true;
  }
  override advance(toMs: number) {
    const packets = super.advance(toMs);
    return this.hangs ? [] : packets;
  }
}
class NoWatchdog extends PaperDevice {
  override watchdogOver() {}
}

const RUNS = 'Chamber 1: 40 mmHg';
const NO_START = /^(?!05)/;
/** Reads and control are not movement; a stop, keep-alives and control may be written, and nothing else. */
const NOTHING_THAT_MOVES = /^(07|00|08)$/;
const ONLY_STOP = /^07$/;

export const ROWS: readonly TruthRow[] = [
  truthRow('boots: obey the stop', () => makeBoots(PaperDevice), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(8);
    },
    says: ['Stopped.'],
    never: ['did not stop'],
    wrote: ONLY_STOP,
  }),
  truthRow('boots: take the start and stay idle', () => makeBoots(IgnoresStart), {
    starts: false,
    happens: ({ pass }) => pass(1),
    says: ['The device did not start.', 'Ended: the device did not start.'],
    never: ['Running.', 'did not stop', 'another app'],
    wrote: ONLY_STOP,
  }),
  truthRow('boots: started by hand long after they were stopped', () => makeBoots(PaperDevice), {
    happens: async ({ device, stop, pass }) => {
      await stop();
      await pass(20);
      device.setTimer(300);
      device.set[0] = 40;
      device.start();
      await pass(10);
    },
    says: ['Paper boots: It reports movement, but no session is running.'],
    never: ['did not stop', 'Running.'],
    wrote: ONLY_STOP,
  }),
  truthRow('boots: started by hand, and a session wanted on them', () => makeBoots(PaperDevice), {
    happens: async ({ app, device, stop, pass }) => {
      await stop();
      await pass(20);
      device.setTimer(300);
      device.set[0] = 40;
      device.start();
      await pass(5);
      if (app.start(makePlan({ levels: { 'chamber-1': 40 }, seconds: 600 }))) throw new Error('a session began on boots that run');
      await pass(2);
    },
    says: ['Paper boots: It reports movement, but no session is running.'],
    never: ['Running.'],
    wrote: ONLY_STOP,
  }),
  truthRow('boots: started by hand, and at rest again', () => makeBoots(PaperDevice), {
    happens: async ({ device, stop, pass }) => {
      await stop();
      await pass(20);
      device.setTimer(300);
      device.start();
      await pass(5);
      device.end(6);
      await pass(5);
    },
    says: ['Stopped.'],
    never: ['no session is running'],
    wrote: ONLY_STOP,
  }),
  truthRow('belt: started by hand long after it was stopped', () => makeBelt(), {
    happens: async ({ device, now, stop, pass }) => {
      await stop();
      await pass(30);
      device.press('start', now());
      await pass(15);
    },
    says: ['It reports movement, but no session is running.'],
    never: ['did not stop', 'Running.'],
  }),
  truthRow('boots: take the stop and run on', () => makeBoots(IgnoresStop), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(6);
    },
    says: ['did not stop: switch it off at the device.', RUNS, 'It runs'],
    never: ['Stopped.'],
    wrote: /^(07|08)$/,
  }),
  truthRow('boots: stop 9 s late, at second 6', () => makeBoots(StopsLate), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(6);
    },
    says: ['did not stop: switch it off at the device.', RUNS],
    never: ['Stopped.'],
  }),
  truthRow('boots: stop 9 s late, at second 20', () => makeBoots(StopsLate), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(20);
    },
    says: ['Stopped.'],
    never: ['did not stop'],
  }),
  truthRow('boots: refuse the stop', () => makeBoots(RefusesStop), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(1);
    },
    says: ['did not stop: switch it off at the device.', 'It refused the stop: it says that it cannot stop now.', RUNS],
    never: ['link', 'Stopped.'],
  }),
  truthRow('boots: say nothing from the stop on', () => makeBoots(Hangs), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(30);
    },
    says: ['Told to stop, rest not reported.', 'Nobody knows whether it rests.'],
    never: ['Stopped.', 'did not stop'],
    wrote: /^(07|08)$/,
  }),
  truthRow('boots: a valve stays shut while the status says idle', () => makeBoots(StuckValve), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(8);
    },
    says: ['did not stop: switch it off at the device.', 'Chamber 2: 60 mmHg'],
    never: ['Stopped.'],
    wrote: ONLY_STOP,
  }),
  truthRow('boots: 160 mmHg in one chamber', () => makeBoots(TooHigh), {
    happens: async ({ device, pass }) => {
      device.over = 160;
      await pass(2);
    },
    says: ['The device measured a value that is not allowed', 'Chamber 2: 160 mmHg measured, 100 mmHg is the highest level'],
    never: [],
    wrote: /^(07|08|02.*)$/,
  }),
  truthRow('boots: more pressure than set, below the highest', () => makeBoots(TooHigh), {
    happens: async ({ device, pass }) => {
      device.over = 57;
      await pass(2);
    },
    says: ['Chamber 2: – (57 mmHg measured).', 'Chamber 1: 40 mmHg (40 mmHg measured).'],
    never: ['allowed', 'Chamber 2: 20 mmHg'],
  }),
  truthRow('boots: a level that was never sent', () => makeBoots(PaperDevice, { pressure: false }), {
    happens: ({ pass }) => pass(1),
    says: ['Chamber 2: – (0 mmHg measured).'],
    never: ['Chamber 2: 20 mmHg'],
  }),
  truthRow('boots: measure nothing any more', () => makeBoots(FallsSilent), {
    happens: async ({ device, pass }) => {
      device.silent = true;
      await pass(12);
    },
    says: [' ago).'],
    never: ['(40 mmHg measured)'],
  }),
  truthRow('boots: report nothing any more', () => makeBoots(FallsMute), {
    happens: async ({ device, pass }) => {
      device.mute = true;
      await pass(20);
    },
    says: ['Not reporting.', 'The device no longer reports what it does.', 'Look at it: it may still be running.', ' ago).'],
    never: ['Running.', '(40 mmHg measured)'],
  }),
  truthRow('boots: report nothing for a while', () => makeBoots(FallsMute), {
    happens: async ({ device, pass }) => {
      device.mute = true;
      await pass(20);
      device.mute = false;
      await pass(15);
    },
    says: ['Running.', '(40 mmHg measured)'],
    never: ['Not reporting.'],
  }),
  truthRow('boots: go on after a pause', () => makeBoots(IgnoresPause), {
    happens: async ({ app, pass }) => {
      app.session()?.pause();
      await pass(9);
    },
    says: ['The device went on after the pause, so Rebound told it to stop.'],
    never: ['Paused.'],
    wrote: /^(06|07|08)$/,
  }),
  truthRow('boots: the timer ends them early', () => makeBoots(PaperDevice), {
    happens: async ({ device, pass }) => {
      device.end(4);
      await pass(8);
    },
    says: ['Ended by the device’s own timer.'],
    never: ['Running.', 'did not stop'],
    wrote: ONLY_STOP,
  }),
  truthRow('boots: a hand stops them', () => makeBoots(PaperDevice), {
    happens: async ({ device, pass }) => {
      device.end(6);
      await pass(8);
    },
    says: ['Stopped at the device.'],
    never: ['Running.'],
    wrote: ONLY_STOP,
  }),
  truthRow('boots: another app stops them', () => makeBoots(PaperDevice), {
    happens: async ({ device, pass }) => {
      device.end(3);
      await pass(8);
    },
    says: ['Stopped by another app.'],
    never: ['Running.'],
    wrote: ONLY_STOP,
  }),
  truthRow('boots: a fault of a sensor', () => makeBoots(PaperDevice), {
    happens: async ({ device, pass }) => {
      device.dropSettings();
      device.fault = 5;
      device.lastEnd = 7;
      device.become(4, 7);
      await pass(8);
    },
    says: ['Ended by a fault of the device. The device reports a fault: a sensor.', 'Look at the device before you start it again.'],
    never: ['Running.'],
    wrote: ONLY_STOP,
  }),
  truthRow('boots: somebody takes over at the device', () => makeBoots(PaperDevice), {
    happens: async ({ device, pass }) => {
      device.held = false;
      device.tell(9);
      await pass(30);
    },
    says: ['Somebody took over at the device.'],
    never: ['Running.'],
    wrote: null,
  }),
  truthRow('boots: switched off by hand during a lost link', () => makeBoots(PaperDevice), {
    happens: async ({ device, lose, back, pass }) => {
      lose();
      await pass(3);
      device.end(6);
      back();
      await pass(15);
    },
    says: ['Stopped at the device.'],
    never: ['Running.', 'not reported'],
    wrote: NOTHING_THAT_MOVES,
  }),
  truthRow('boots: the watchdog ends them during a lost link', () => makeBoots(PaperDevice), {
    happens: async ({ lose, back, pass }) => {
      lose();
      await pass(20);
      back();
      await pass(60);
    },
    says: ['Ended by the device: it had not heard from Rebound for too long.'],
    never: ['Running.'],
    wrote: NOTHING_THAT_MOVES,
  }),
  truthRow('boots: another app takes control during a lost link', () => makeBoots(PaperDevice), {
    happens: async ({ device, lose, back, pass }) => {
      lose();
      await pass(3);
      device.held = true;
      back();
      await pass(4);
    },
    says: ['Another app or a person at the device has control.'],
    never: ['Running.'],
    wrote: null,
  }),
  truthRow('boots: started anew by hand during a lost link', () => makeBoots(PaperDevice), {
    happens: async ({ device, lose, back, pass }) => {
      lose();
      await pass(1);
      device.end(6);
      device.become(0, 8);
      device.setTimer(300);
      device.start();
      back();
      await pass(4);
    },
    says: ['it was started anew at the device'],
    never: ['Running.'],
    wrote: null,
  }),
  truthRow('boots: run through a short loss', () => makeBoots(PaperDevice), {
    happens: async ({ lose, back, pass }) => {
      lose();
      await pass(3);
      back();
      await pass(10);
    },
    says: ['Chamber 1: – (40 mmHg measured).'],
    never: ['Continue', 'lost'],
    wrote: NO_START,
  }),
  truthRow('boots: without a watchdog after a long loss', () => makeBoots(NoWatchdog), {
    happens: async ({ lose, back, pass }) => {
      lose();
      await pass(40);
      back();
      await pass(60);
    },
    says: ['Ended: the link was lost.'],
    never: ['Running.'],
    wrote: NOTHING_THAT_MOVES,
  }),
  truthRow('boots: the link is lost', () => makeBoots(PaperDevice), {
    happens: async ({ lose, pass }) => {
      lose();
      await pass(4);
    },
    says: ['The link is lost. Without Rebound it ends by itself in 0:0'],
    never: ['measured', 'not sent'],
    wrote: null,
  }),
  truthRow('boots: Stop while the link is lost', () => makeBoots(PaperDevice), {
    happens: async ({ lose, stop, pass }) => {
      lose();
      await pass(3);
      await stop();
      await pass(2);
    },
    says: ['Stop waits for the link.', 'Your stop has not arrived yet.', 'The link is lost.'],
    never: ['Stopped.'],
    wrote: null,
  }),
  truthRow('boots: Stop while the link is lost, which then comes back', () => makeBoots(NoWatchdog), {
    happens: async ({ lose, stop, back, pass }) => {
      lose();
      await pass(3);
      await stop();
      back();
      await pass(60);
    },
    says: ['Stopped.'],
    never: ['not arrived', 'Running.'],
    wrote: ONLY_STOP,
  }),
  truthRow('boots: paused, and ended by the watchdog meanwhile', () => makeBoots(PaperDevice), {
    happens: async ({ app, device, pass, lose, back }) => {
      app.session()?.pause();
      await pass(3);
      if (device.state !== PAUSED && device.state !== STOPPING) throw new Error('it is paused');
      lose();
      await pass(20);
      back();
      await pass(60);
    },
    says: ['Ended by the device: it had not heard from Rebound for too long.'],
    never: ['Paused.'],
    wrote: /^(06|07|00|08)$/,
  }),
  truthRow('belt: obeys the stop', () => makeBelt(), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(15);
    },
    says: ['Stopped.'],
    never: ['did not stop'],
    wrote: /^(00|0801)$/,
  }),
  truthRow('belt: takes the start and stands still', () => makeBelt({ stands: true }), {
    starts: false,
    happens: ({ pass }) => pass(1),
    says: ['The device did not start.', 'Ended: the device did not start.'],
    never: ['Running.', 'did not stop'],
  }),
  truthRow('belt: takes the stop and runs on', () => makeBelt({ stopAnswer: 1 }), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(15);
    },
    says: ['did not stop: switch it off at the device.', 'It runs. Belt: '],
    never: ['Stopped.'],
  }),
  truthRow('belt: refuses the stop', () => makeBelt({ stopAnswer: 4 }), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(3);
    },
    says: ['did not stop: switch it off at the device.', 'It refused the stop: it says that it cannot stop now.'],
    never: ['The link', 'Stopped.'],
  }),
  truthRow('belt: faster than it may be', () => makeBelt(), {
    happens: async (scene) => {
      (scene as unknown as { readonly faults: BeltFaults }).faults.faster = 700;
      await scene.pass(2);
    },
    says: ['The device measured a value that is not allowed', 'is the highest level'],
    never: ['Running.'],
  }),
  truthRow('belt: stopped by hand at the belt', () => makeBelt(), {
    happens: async ({ device, now, pass }) => {
      device.press('stop', now());
      await pass(20);
    },
    says: ['Stopped at the device.'],
    never: ['Running.'],
  }),
  truthRow('belt: stopped by hand during a lost link', () => makeBelt(), {
    happens: async ({ device, now, lose, back, pass }) => {
      lose();
      await pass(3);
      device.press('stop', now());
      back();
      await pass(30);
    },
    says: ['The link is back, and the device rests.', 'Nothing starts by itself.'],
    never: ['Running.'],
    wrote: null,
  }),
  truthRow('pad: obeys the stop', () => makePad(), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(15);
    },
    says: ['Stopped.'],
    never: ['did not stop'],
    wrote: /^00$/,
  }),
  truthRow('pad: takes the stop and stays on', () => makePad({ staysOn: true }), {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(15);
    },
    says: ['did not stop: switch it off at the device.'],
    never: ['Stopped.'],
    wrote: /^00$/,
  }),
  truthRow('pad: water hotter than it may be', () => makePad(), {
    happens: async (scene) => {
      (scene as unknown as { readonly faults: PadFaults }).faults.waterF = 120;
      await scene.pass(15);
    },
    says: ['The device measured a value that is not allowed', '120.0°F measured, 109.4°F is the highest temperature'],
    never: ['Running.'],
    wrote: /^00$/,
  }),
  truthRow('pad: water colder than it may be', () => makePad(), {
    happens: async (scene) => {
      (scene as unknown as { readonly faults: PadFaults }).faults.waterF = 0;
      await scene.pass(15);
    },
    says: ['The device measured a value that is not allowed', '32.0°F measured, 39.2°F is the lowest temperature'],
    never: ['Running.'],
    wrote: /^00$/,
  }),
  truthRow('pad: switched off by hand', () => makePad(), {
    happens: async ({ device, now, pass }) => {
      device.switchOff(now());
      await pass(30);
    },
    says: ['Stopped at the device.'],
    never: ['Running.'],
    wrote: /^00$/,
  }),
  truthRow('pad: cannot be read any more', () => makePad(), {
    happens: async (scene) => {
      (scene as unknown as { readonly faults: PadFaults }).faults.mute = true;
      await scene.pass(45);
    },
    says: ['Not reporting.', ' ago)'],
    never: ['Running.'],
    wrote: null,
  }),
  truthRow('bed: says nothing after a lost link', () => 'jensen-bed', {
    happens: async ({ lose, back, pass }) => {
      lose();
      await pass(3);
      back();
      await pass(20);
    },
    says: ['Does the device still run?'],
    never: ['Running.'],
    wrote: /^(1e|10ff|0a)/,
  }),
  truthRow('bed: says nothing after a lost link, and nobody answers', () => 'jensen-bed', {
    happens: async ({ lose, back, pass }) => {
      lose();
      await pass(3);
      back();
      await pass(140);
    },
    says: ['Ended: the link was lost.'],
    never: ['Running.'],
    wrote: /^(1e|10ff|0a|120000)/,
  }),
  truthRow('bed: reports nothing, and takes the stop', () => 'jensen-bed', {
    happens: async ({ stop, pass }) => {
      await stop();
      await pass(2);
    },
    says: ['Stopped.'],
    never: ['did not stop'],
    wrote: /^120000/,
  }),
];
