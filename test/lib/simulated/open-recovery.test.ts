import { describe, expect, it } from 'vitest';
import { openRecoveryUuids } from '../../../lib/bluetooth/services/open-recovery';
import { simulatedBoots } from '../../../lib/simulated/recovery/boots';
import type { RecoveryOptions } from '../../../lib/simulated/recovery/open-recovery-part';

/** What docs/open-recovery-profile.md says and the conformance test cannot see: hands at the device, lost links, writes without indications. */

const { controlPoint, status } = openRecoveryUuids;

function linked(options: RecoveryOptions = {}) {
  const model = simulatedBoots(options);
  let atMs = 0;
  const told: number[] = [];
  let answer = '';
  const pass = (ms: number) => {
    atMs += ms;
    for (const { characteristic, bytes } of model.advance(atMs)) {
      if (characteristic === controlPoint) answer = Buffer.from(bytes).toString('hex');
      if (characteristic === status && bytes[0] !== 0) told.push(bytes[0] ?? -1);
    }
  };
  const write = (hex: string) => model.write(controlPoint, Uint8Array.from(Buffer.from(hex, 'hex')), atMs);
  /** Returns the result. */
  const tell = (hex: string) => {
    answer = '';
    write(hex);
    pass(100);
    return answer.slice(4);
  };
  const link = (indicates = true) => {
    model.connected(atMs);
    model.subscribed?.(controlPoint, indicates, atMs);
  };
  link();
  const unlink = () => model.disconnected(atMs);
  return { model, tell, write, pass, told, link, unlink, now: () => atMs, state: () => model.state(atMs) };
}

function running() {
  const the = linked();
  for (const hex of ['00', '042c01', '05', '02011400']) expect(the.tell(hex)).toBe('01');
  the.pass(5000);
  the.told.length = 0;
  return the;
}

describe('somebody at the device', () => {
  it('takes over: event 09, everything is refused, requests too for 10 s, and the run ends by the watchdog', () => {
    const the = running();
    the.model.takeOver(the.now());
    the.pass(100);
    expect(the.told).toEqual([9]);
    expect(the.tell('08')).toBe('05');
    expect(the.tell('00')).toBe('05');
    the.pass(9500);
    expect(the.tell('00')).toBe('05');
    // The watchdog counts from the last write of the last holder, 5 s before.
    expect(the.state()).toMatchObject({ state: 'stopping', lastEnd: 'watchdog-ended' });
    the.pass(1000);
    expect(the.tell('00')).toBe('01');
  });

  it('stops it: event 06, and 08 at rest', () => {
    const the = running();
    the.model.press(the.now());
    the.pass(4000);
    expect(the.told).toEqual([6, 8]);
    expect(the.state()).toMatchObject({ state: 'idle', lastEnd: 'stopped-at-device', programme: 1, remainingS: 0 });
  });

  it('presses for control: 08 until then, 01 after it, for 30 s', () => {
    const the = linked({ needsPress: true });
    expect(the.tell('00')).toBe('08');
    the.model.allow(the.now());
    the.pass(29_000);
    expect(the.tell('00')).toBe('01');
    // Who has it needs no other press.
    the.pass(5000);
    expect(the.tell('00')).toBe('01');
    expect(the.tell('01')).toBe('01');
    expect(the.tell('00')).toBe('08');
    const late = linked({ needsPress: true });
    late.model.allow(late.now());
    late.pass(30_000);
    expect(late.tell('00')).toBe('08');
  });
});

describe('the watchdog', () => {
  it.each([
    ['an unknown command', 'ee', '02'],
    ['nothing', '', '03'],
    ['a level of a zone that it does not have', '02991400', '03'],
    ['keep alive', '08', '01'],
  ])('does not end the run while the host writes %s in time', (_, hex, result) => {
    const the = running();
    for (let times = 0; times < 10; times++) {
      the.pass(9000);
      expect(the.tell(hex)).toBe(result);
    }
    expect(the.state().state).toBe('running');
    the.pass(16_000);
    expect(the.state()).toMatchObject({ lastEnd: 'watchdog-ended' });
  });
});

describe('a lost link', () => {
  it('leaves it running; who comes back in time and requests control goes on', () => {
    const the = running();
    the.unlink();
    the.pass(8000);
    the.link();
    expect(the.state()).toMatchObject({ state: 'running' });
    expect(the.tell('08')).toBe('05');
    expect(the.tell('00')).toBe('01');
    the.pass(14_000);
    expect(the.state().state).toBe('running');
  });

  it('ends by the watchdog, and Status says so to who comes back', () => {
    const the = running();
    the.unlink();
    the.pass(60_000);
    the.link();
    const read = the.model.read(status, the.now());
    // 15 s of running after the last write, which was 5 s into the run or earlier.
    expect(read.ok && Buffer.from(read.bytes).toString('hex')).toBe('0000000000000f000105');
    the.pass(100);
    expect(the.told).toEqual([]);
  });

  it('while nothing runs, drops what was set', () => {
    const the = linked();
    for (const hex of ['00', '042c01', '02016400', '0302']) expect(the.tell(hex)).toBe('01');
    the.unlink();
    the.link();
    expect(the.state()).toMatchObject({ programme: 1, remainingS: 0, outputs: [{ target: 0 }, {}, {}, {}] });
    for (const hex of ['00', '05']) the.tell(hex);
    expect(the.state().state).toBe('idle');
  });
});

describe('the end', () => {
  it('a pause of 10 min ends as by the timer', () => {
    const the = running();
    expect(the.tell('06')).toBe('01');
    for (let s = 0; s < 605; s += 5) {
      the.pass(4900);
      the.tell('08');
    }
    expect(the.told).toEqual([2, 4, 8]);
    expect(the.state().lastEnd).toBe('timer-ended');
  });

  it('keeps the running time until the next start', () => {
    const the = running();
    the.tell('07');
    the.pass(10_000);
    expect(the.state().elapsedS).toBe(5);
    for (const hex of ['042c01', '05']) the.tell(hex);
    expect(the.state().elapsedS).toBe(0);
  });

  it('a fault counts as the end of a run, not in idle', () => {
    const the = running();
    the.model.fail('pressure', the.now());
    the.pass(100);
    expect(the.told).toEqual([7]);
    expect(the.state()).toMatchObject({ state: 'fault', lastEnd: 'fault' });
    the.model.mend(the.now());
    the.pass(100);
    expect(the.told).toEqual([7, 8]);
    const idle = linked();
    idle.model.fail('battery', 0);
    expect(idle.state()).toMatchObject({ state: 'fault', lastEnd: null });
  });
});

it('without indications every write is refused by the protocol, and a stop is obeyed all the same', () => {
  const the = running();
  the.unlink();
  the.link(false);
  for (const hex of ['00', '08', '7f', '', '0700']) expect(the.write(hex)).toEqual({ ok: false, fault: 'failed' });
  expect(the.state().state).toBe('running');
  expect(the.write('07')).toEqual({ ok: false, fault: 'failed' });
  expect(the.state()).toMatchObject({ state: 'stopping', lastEnd: 'stopped' });
});

it('each chamber lets go at least once a minute, without a programme too', () => {
  for (const programme of ['0300', '0301', '0302']) {
    const the = linked();
    for (const hex of ['00', '040807', '05', programme]) expect(the.tell(hex)).toBe('01');
    for (const zone of ['01', '02', '03', '04']) the.tell(`02${zone}1400`);
    const pressedMs = [0, 0, 0, 0];
    for (let ms = 0; ms < 300_000; ms += 1000) {
      the.pass(1000);
      the.tell('08');
      the.state().outputs.forEach(({ pressureMmHg }, place) => {
        pressedMs[place] = pressureMmHg < 5 ? 0 : (pressedMs[place] ?? 0) + 1100;
        expect(pressedMs[place]).toBeLessThanOrEqual(60_000);
      });
    }
  }
});
