import type { PeripheralModel } from '../../lib/simulated/model';
import { simulatedBoots } from '../../lib/simulated/recovery/boots';
import { simulatedMassager } from '../../lib/simulated/recovery/massager';
import { IDLE, PAUSED, PaperDevice, type PaperSpec, PRESS, RUNNING, STOPPING, u16 } from './device/paper-device';
import { BOOTS, GUN, MAT } from './device/specs';

export interface GoodDevice {
  readonly name: string;
  readonly make: () => PeripheralModel;
}

const good = (
  name: string,
  Device: new (spec: PaperSpec) => PaperDevice,
  spec: Partial<PaperSpec> = {},
  base: PaperSpec = BOOTS,
): GoodDevice => ({ name, make: () => new Device({ ...base, ...spec }) });

const chamber = (zone: number) => ({ zone, unit: 2, min: 20, max: 100, step: 5 });

/** Gives control after a press, which comes some time after it asks. */
class Pressed extends PaperDevice {
  pressedAtMs = Number.POSITIVE_INFINITY;
  asked = false;
  override requestRefusal() {
    if (this.held) return null;
    if (!this.asked) this.pressedAtMs = this.now + 7000;
    this.asked = true;
    return this.now >= this.pressedAtMs ? null : PRESS;
  }
}

/** Each zone in a packet of its own, twice a second. */
class Chatty extends PaperDevice {
  override packets() {
    return this.spec.zones.map((_, place) => [1, 1, ...this.zoneBytes(place)]);
  }
  override report() {
    if (this.now % 500 === 0) this.measureDueMs = this.now;
    super.report();
  }
  override measures() {
    return true;
  }
  override statusEveryMs() {
    return 1000;
  }
}

/** Idle at once, without `stopping` and event 08. */
class Instant extends PaperDevice {
  override end(event: number) {
    const ran = this.state === RUNNING || this.state === PAUSED;
    this.dropSettings();
    if (!ran) return;
    this.lastEnd = event;
    this.out.fill(0);
    this.mmHg.fill(0);
    this.become(IDLE, event);
  }
}

/** A later version: more bytes in Feature and Status, a flag and a field in Measurement. */
class Later extends PaperDevice {
  override featureBytes() {
    return [...super.featureBytes().map((byte, at) => (at === 10 ? byte + 16 : byte)), 7, 7];
  }
  override statusBytes(event: number) {
    return [...super.statusBytes(event).map((byte, at) => (at === 3 ? byte + 4 : byte)), 9];
  }
  override packets() {
    return super.packets().map(([flags = 0, ...rest]) => [flags + 8, ...rest, 1]);
  }
}

/** As someone built it from version 1.0: silent in idle, no answer to an empty write, running time cleared at the end. */
class Older extends PaperDevice {
  override measures() {
    return this.state !== IDLE;
  }
  override end(event: number) {
    super.end(event);
    this.elapsedMs = 0;
  }
  override refusal(op: number, bytes: readonly number[]) {
    if (!this.permits(op) && op !== 0) return 5;
    return super.refusal(op, bytes);
  }
  override indicate(op: number, result: number) {
    if (!this.emptyWrite) super.indicate(op, result);
  }
  emptyWrite = false;
  override obey(bytes: readonly number[]) {
    this.emptyWrite = bytes.length === 0;
    return super.obey(bytes);
  }
}

export const GOOD_DEVICES: readonly GoodDevice[] = [
  { name: 'simulated boots', make: () => simulatedBoots() },
  { name: 'a simulated massager', make: () => simulatedMassager() },
  { name: 'a simulated massager that needs a press', make: () => pressedSoon() },
  good('boots from the document', PaperDevice),
  good('a mat from the document', PaperDevice, {}, MAT),
  good('a gun from the document, without pause and programmes', PaperDevice, {}, GUN),
  good('boots that rise by 2 mmHg a second', PaperDevice, { risesPerS: 2 }),
  good(
    'boots whose first programme begins with the other chamber',
    class extends PaperDevice {
      override share(place: number) {
        const turn = Math.floor(this.elapsedMs / 20_000) % 2;
        return this.programme === 4 && place === turn ? 0 : super.share(place);
      }
    },
  ),
  good('boots with a watchdog of 5 s', PaperDevice, { watchdogS: 5 }),
  good('boots that need a press before control', Pressed),
  good('boots that answer after 900 ms', PaperDevice, { answerMs: 900 }),
  good('boots with a watchdog of 5 s that answer after 900 ms', PaperDevice, { watchdogS: 5, answerMs: 900 }),
  good('boots with a watchdog of 60 s', PaperDevice, { watchdogS: 60 }),
  good('boots with a watchdog and a longest timer of 60 s', PaperDevice, { watchdogS: 60, timerMaxS: 60 }),
  good('boots with one timer of 60 s', PaperDevice, { timerMinS: 60, timerMaxS: 60 }),
  good('boots with a timer from 1 s to an hour', PaperDevice, { timerMinS: 1, timerMaxS: 3600 }),
  good('boots that take 10 s to rest', PaperDevice, { restMs: 10_000 }),
  good('a mat that is at rest at once', Instant, { restMs: 0 }, MAT),
  good('boots with 16 chambers', PaperDevice, { zones: Array.from({ length: 16 }, (_, i) => chamber(i + 1)) }),
  good('boots whose chambers are 7 and 200', PaperDevice, { zones: [chamber(7), chamber(200)] }),
  good('boots with chamber 255', PaperDevice, { zones: [chamber(255), chamber(1)] }),
  good('a mat with one level', PaperDevice, { zones: [{ zone: 1, unit: 0, min: 1, max: 1, step: 1 }] }, MAT),
  good('a mat with levels to 255', PaperDevice, { zones: [{ zone: 1, unit: 0, min: 1, max: 255, step: 1 }], risesPerS: 40 }, MAT),
  good('boots with 32 programmes', PaperDevice, { programmes: Array.from({ length: 32 }, (_, i) => [i + 1, `P${i}`] as const) }),
  good('boots without programmes', PaperDevice, { programmes: [] }),
  good('boots with a programme 255 and a name of 24 bytes', PaperDevice, { programmes: [[255, 'Dränage sehr langsam (1']] }),
  good('boots that send twice a second, a zone in each packet', Chatty),
  good('boots that measure in idle too', Chatty, { restMs: 4000 }),
  good('boots of a later version', Later, { minor: 7 }),
  good('boots of version 1.0', Older, { minor: 0 }),
  good(
    'boots whose sensor is 3 mmHg too high and trembles',
    class extends PaperDevice {
      override pressureUnits(mmHg: number) {
        return mmHg * 10 + 30 + (this.now % 300) / 30;
      }
    },
  ),
  good(
    'boots whose level trembles by a mmHg',
    class extends PaperDevice {
      override zoneBytes(place: number) {
        const [zone = 0, level = 0, ...rest] = super.zoneBytes(place);
        return [zone, level === 20 ? 19 + (Math.floor(this.now / 1000) % 3) : level, ...rest];
      }
    },
  ),
  good(
    'boots whose pressure lags behind the pump',
    class extends PaperDevice {
      override pressureAfter(place: number, out: number) {
        const before = this.mmHg[place] ?? 0;
        return before + (out - before) / 12;
      }
    },
    { restMs: 4000 },
  ),
  good(
    'boots that let go every 20 s',
    class extends PaperDevice {
      override share() {
        return this.elapsedMs % 20_000 >= 12_000 ? 0 : 1;
      }
    },
  ),
  good(
    'boots that put out the set level at once, with a pressure that rises',
    class extends PaperDevice {
      override zoneBytes(place: number) {
        const [zone = 0, , , ...rest] = super.zoneBytes(place);
        return [zone, ...u16(this.state === RUNNING ? (this.set[place] ?? 0) * this.share(place) : 0), ...rest];
      }
    },
  ),
  good(
    'boots that still run when the test begins',
    class extends PaperDevice {
      override connected(atMs: number) {
        super.connected(atMs);
        this.set[0] = 40;
        this.endsAt = 300_000;
        this.become(RUNNING, 1);
      }
    },
  ),
  good(
    'boots that have just been stopped when the test begins',
    class extends PaperDevice {
      override connected(atMs: number) {
        super.connected(atMs);
        this.lastEnd = 3;
        this.stoppingMs = 0;
        this.become(STOPPING, 3);
      }
    },
  ),
];

/** Somebody presses 5 s after the first request. */
function pressedSoon(): PeripheralModel {
  const model = simulatedMassager({ needsPress: true });
  const write = model.write.bind(model);
  let asked = false;
  return {
    ...model,
    write(uuid, bytes, atMs) {
      const reply = write(uuid, bytes, atMs);
      if (bytes[0] === 0 && !asked) {
        asked = true;
        return reply;
      }
      if (asked && bytes[0] === 0) model.allow(atMs);
      return reply;
    },
  };
}
