import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openRecoveryLimits, openRecoveryUuids } from '../../lib/bluetooth/services/open-recovery';
import { NEW_IN_1_1, REQUIREMENTS } from '../../lib/devices/drivers/open-recovery';
import type { PeripheralModel } from '../../lib/simulated/model';
import { simulatedBoots } from '../../lib/simulated/recovery/boots';
import { FAULTY, IDLE, PAUSED, PaperDevice, RUNNING, STOPPING } from '../conformance/device/paper-device';
import { BOOTS } from '../conformance/device/specs';
import { CONTROL, MEASUREMENT, STATUS } from '../conformance/device/uuids';

/** The tables and examples of the document, held against the simulator and the device that was written from it. */

const document = readFileSync('docs/open-recovery-profile.md', 'utf8');
const section = (title: string) => {
  const from = document.indexOf(`\n## ${title}\n`);
  if (from === -1) throw new Error(`no section ${title}`);
  const to = document.indexOf('\n## ', from + 1);
  return document.slice(from, to === -1 ? undefined : to);
};
/** The rows of a table, by the first cell of its head. */
const rows = (title: string, first: string): string[][] => {
  const lines = section(title).split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${first} |`));
  const end = lines.findIndex((line, i) => i > head && !line.startsWith('|'));
  return lines.slice(head + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
};
const SAME_BOOTS = {
  ...BOOTS,
  zones: [1, 2, 3, 4].map((zone) => ({ zone, unit: 2, min: 20, max: 100, step: 5 })),
  programmes: [
    [1, 'Sequential'],
    [2, 'Together'],
  ] as const,
  watchdogS: 15,
  timerMaxS: 1800,
  restMs: 3000,
  risesPerS: 10,
};
const hex = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/(..)(?=.)/g, '$1 ');
const toBytes = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

describe('the rules', () => {
  it('are those of the conformance test, in order, with their versions', () => {
    const listed = rows('Conformance', 'Id').map(([id, since]) => [id, since]);
    expect(listed).toEqual(REQUIREMENTS.map((id) => [id, NEW_IN_1_1.has(id) ? '1.1' : '1.0']));
  });

  it('allow in Feature what the decoder allows', () => {
    const allowed = Object.fromEntries(rows('Feature', 'Byte').map(([, , meaning = '', range = '']) => [meaning.split(/[,:]/)[0], range]));
    const wanted = {
      zones: openRecoveryLimits.zones,
      programmes: openRecoveryLimits.programmes,
      watchdog: openRecoveryLimits.watchdogS,
      'shortest timer': openRecoveryLimits.timerMinS,
      'longest timer': openRecoveryLimits.timerMaxS,
      'time to rest': openRecoveryLimits.restMs,
    };
    for (const [name, { min, max }] of Object.entries(wanted)) expect(allowed[name]).toBe(`${min} … ${max}`);
  });
});

describe.each([
  ['the simulated boots', () => simulatedBoots()],
  ['the device from the document', () => new PaperDevice(SAME_BOOTS)],
] as const)('the session of the document, with %s', (_, make) => {
  it('byte by byte', () => {
    const model: PeripheralModel = make();
    const uuids: Readonly<Record<string, string>> = { Feature: openRecoveryUuids.feature, Status: STATUS, 'Control Point': CONTROL };
    let atMs = 0;
    model.connected(0);
    for (const uuid of [CONTROL, STATUS, MEASUREMENT]) model.subscribed?.(uuid, true, 0);
    /** What the device sent and the document has not shown yet; Status by the clock is left out there. */
    const sent: string[] = [];
    const listen = (toMs: number) => {
      for (const { characteristic, bytes } of model.advance(toMs)) {
        if (characteristic !== MEASUREMENT && !(characteristic === STATUS && bytes[0] === 0)) sent.push(`${characteristic} ${hex(bytes)}`);
      }
    };
    const steps = rows('A session, byte by byte', 'After, s');
    expect(steps.length).toBeGreaterThan(25);
    for (const [after, who, name = '', cell = ''] of steps) {
      const [uuid = '', bytes] = [uuids[name], cell.replaceAll('`', '')];
      if (after !== '') {
        // Everything that came before is in the document.
        if (who !== 'device' && Number(after) * 1000 > atMs) {
          listen(atMs + 500);
          expect(sent).toEqual([]);
        }
        atMs = Number(after) * 1000;
      }
      if (who === 'host reads') expect(hex((model.read(uuid, atMs) as { bytes: Uint8Array }).bytes)).toBe(bytes);
      if (who === 'host writes') expect(model.write(uuid, toBytes(bytes), atMs).ok).toBe(true);
      if (who === 'device') {
        listen(atMs + 200);
        const line = `${uuid} ${bytes}`;
        expect(sent).toContain(line);
        sent.splice(sent.indexOf(line), 1);
      }
    }
    expect(sent).toEqual([]);
  });
});

describe('the table of states', () => {
  const states = { idle: IDLE, running: RUNNING, paused: PAUSED, stopping: STOPPING, fault: FAULTY } as const;
  const commands = [
    ['level', '02 01 14 00'],
    ['programme', '03 02'],
    ['timer', '04 3c 00'],
  ] as const;
  const table = rows('State machine', 'In');

  /** Brings simulated boots into a state, with control. */
  function reach(state: string) {
    const model = simulatedBoots();
    const answers: string[] = [];
    let atMs = 0;
    const tell = (bytes: string) => {
      model.write(CONTROL, toBytes(bytes), atMs);
      atMs += 100;
      for (const { characteristic, bytes: told } of model.advance(atMs)) if (characteristic === CONTROL) answers.push(hex(told));
      return answers.at(-1)?.slice(6);
    };
    model.connected(0);
    model.subscribed?.(CONTROL, true, 0);
    tell('00');
    if (state === 'fault') {
      model.fail('pressure', atMs);
      model.advance(atMs);
    }
    if (state !== 'idle' && state !== 'fault') {
      tell('04 3c 00');
      tell('05');
      if (state === 'paused') tell('06');
      if (state === 'stopping') tell('07');
    }
    expect(model.state(atMs).state).toBe(state);
    return { model, tell, now: () => atMs };
  }

  it('has every state', () => {
    expect(table.map(([state]) => state)).toEqual(Object.keys(states));
  });

  it.each(table)('%s: level, programme, timer %s; start %s; pause %s; stop %s', (state = '', settings, start = '', pause, stop) => {
    for (const [, bytes] of commands) expect(reach(state).tell(bytes)).toBe(settings?.slice(0, 2));
    const results = [...start.matchAll(/0\d/g)].map(([result]) => result);
    if (state === 'idle') {
      // "01; 06 without a timer"
      expect(reach(state).tell('05')).toBe(results[1]);
      const timed = reach(state);
      timed.tell('04 3c 00');
      expect(timed.tell('05')).toBe(results[0]);
    } else expect(reach(state).tell('05')).toBe(results[0]);
    expect(reach(state).tell('06')).toBe(pause);
    expect(reach(state).tell('07')).toBe(stop);
  });

  it('leads where it says, with the event that it says', () => {
    const happens: Readonly<Record<string, (the: ReturnType<typeof reach>) => void>> = {
      start: ({ tell, model, now }) => {
        if (model.state(now()).state === 'idle') tell('04 3c 00');
        tell('05');
      },
      pause: ({ tell }) => tell('06'),
      stop: ({ tell }) => tell('07'),
      'the timer ends': ({ tell }) => {
        // The shortest timer; keep-alives hold the watchdog off.
        tell('04 0a 00');
        for (let i = 0; i < 105; i++) tell('08');
      },
      '10 min pass': ({ tell }) => {
        for (let i = 0; i < 6005; i++) tell('08');
      },
      'the watchdog ends': ({ model, now }) => void model.advance(now() + 15_300),
      'button at the device': ({ model, now }) => model.press(now()),
      'everything is at rest': ({ model, now }) => void model.advance(now() + 3500),
      fault: ({ model, now }) => model.fail('sensor', now()),
      'cause gone, and confirmed at the device': ({ model, now }) => model.mend(now()),
    };
    const seen = rows('State machine', 'From');
    expect(seen.map(([, what]) => what)).toEqual(expect.arrayContaining(Object.keys(happens)));
    for (const [from = '', what = '', to, event] of seen) {
      for (const state of from.split(', ')) {
        const the = reach(state);
        const told: number[] = [];
        const { model } = the;
        const advance = model.advance.bind(model);
        const listened = (toMs: number) => {
          const packets = advance(toMs);
          for (const { characteristic, bytes } of packets) if (characteristic === STATUS) told.push(bytes[0] ?? -1);
          return packets;
        };
        model.advance = listened;
        happens[what]?.(the);
        // The first change counts: what stops comes to rest later.
        model.advance(the.now() + 100);
        const changes = told.filter((one) => one !== 0);
        expect([state, what, changes[0]]).toEqual([state, what, Number.parseInt(event ?? '', 16)]);
        if (to !== 'stopping' || changes.length === 1) expect(model.state(the.now() + 100).state).toBe(to);
      }
    }
  });
});
