import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities, DeviceDriver, Telemetry } from '../../../../lib/devices/driver';
import { RestWatch } from '../../../../lib/devices/session/rest-watch';
import { BOOTS } from './fake-device';

const REST_S = 3;
const CHAMBERS: Capabilities = {
  ...BOOTS,
  restS: REST_S,
  zones: [1, 2].map((chamber) => ({ id: `chamber-${chamber}`, control: 'absolute', range: { min: 20, max: 100, step: 5 }, unit: 'mmHg' })),
  telemetry: ['running', 'pressureMmHg'],
};
const DUE_MS = REST_S * 1000 + 2000;

function watched() {
  let nowMs = 0;
  const heard = signal<Telemetry>({});
  const telemetry = signal<Telemetry>({ running: true, pressureMmHg: { 'chamber-1': 60, 'chamber-2': 40 } });
  const driver: DeviceDriver = {
    capabilities: signal(CHAMBERS),
    telemetry,
    heard,
    setUp: async () => {},
    apply: async () => {},
    stop: async () => {},
  };
  const watch = new RestWatch(driver, () => nowMs);
  return {
    watch,
    at: (ms: number) => {
      nowMs = ms;
    },
    hear: (report: Telemetry) => {
      heard.value = report;
    },
  };
}

/** What one device reports after a stop: packets of some zones, each at its time. */
const packet = fc.record({
  everyMs: fc.integer({ min: 200, max: 2000 }),
  fromMs: fc.integer({ min: 0, max: 2000 }),
  idleAtMs: fc.integer({ min: 0, max: REST_S * 1000 }),
});

describe('a device after a stop', () => {
  it('that still presses in any chamber is never taken for one at rest, whatever its status says', () => {
    fc.assert(
      fc.property(
        packet,
        fc.constantFrom('chamber-1', 'chamber-2'),
        fc.float({ min: 5, max: 160, noNaN: true }),
        fc.boolean(),
        ({ everyMs, fromMs, idleAtMs }, stuck, mmHg, repeatsIdle) => {
          const { watch, at, hear } = watched();
          watch.begin('stop');
          watch.answered();
          let firstMs: number | null = null;
          for (let ms = 0; ms <= 20_000; ms += 100) {
            at(ms);
            if (ms >= idleAtMs && (repeatsIdle ? (ms - idleAtMs) % 1000 < 100 : ms < idleAtMs + 100)) hear({ running: false });
            if (ms >= fromMs && (ms - fromMs) % everyMs < 100) hear({ pressureMmHg: { 'chamber-1': 0, 'chamber-2': 0, [stuck]: mmHg } });
            const verdict = watch.judge();
            expect(verdict).not.toBe('rests');
            if (verdict === 'moves') firstMs ??= ms;
          }
          expect(firstMs).toBeGreaterThanOrEqual(DUE_MS);
          expect(firstMs).toBeLessThanOrEqual(DUE_MS + 2000);
          expect(watch.unrest.reports).toContainEqual({ what: 'pressure', zone: stuck, value: mmHg, unit: 'mmHg' });
          at(21_000);
          hear({ running: false, pressureMmHg: { 'chamber-1': 0, 'chamber-2': 4.9 } });
          expect(watch.judge()).toBe('rests');
        },
      ),
    );
  });

  it('that comes to rest in its time is never said to move, with or without a last measurement of 0', () => {
    fc.assert(
      fc.property(packet, fc.boolean(), ({ everyMs, fromMs, idleAtMs }, goesOn) => {
        const { watch, at, hear } = watched();
        watch.begin('stop');
        at(50);
        watch.answered();
        let restedMs: number | null = null;
        for (let ms = 100; ms <= 20_000; ms += 100) {
          at(ms);
          const rests = ms >= idleAtMs;
          if (rests && ms < idleAtMs + 100) hear({ running: false });
          const mmHg = rests ? 0 : 12;
          if ((goesOn || !rests) && ms >= fromMs && (ms - fromMs) % everyMs < 100)
            hear({ pressureMmHg: { 'chamber-1': mmHg, 'chamber-2': mmHg } });
          const verdict = watch.judge();
          expect(verdict === 'waiting' || verdict === 'rests').toBe(true);
          if (verdict === 'rests') restedMs ??= ms;
        }
        expect(restedMs).not.toBeNull();
        expect(restedMs).toBeLessThanOrEqual(DUE_MS + 2500);
      }),
    );
  });

  it('rests in the end only if its last word is rest, whatever it says before and however often it is told', () => {
    const told = fc.record({ atMs: fc.integer({ min: 0, max: 12_000 }), what: fc.constantFrom('moves', 'rests', 'stop') });
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 12 }), (events) => {
        const { watch, at, hear } = watched();
        watch.begin('stop');
        watch.answered();
        let last: 'moves' | 'rests' | null = null;
        let alarmed = false;
        for (let ms = 0; ms <= 30_000; ms += 100) {
          at(ms);
          for (const { what } of events.filter(({ atMs }) => atMs > ms - 100 && atMs <= ms)) {
            if (what === 'stop') {
              watch.begin('stop');
              watch.answered();
            } else if (watch.goesOn) {
              const mmHg = what === 'moves' ? 60 : 0;
              hear({ running: what === 'moves', pressureMmHg: { 'chamber-1': mmHg, 'chamber-2': mmHg } });
              last = what;
            }
            const verdict = watch.judge();
            if (verdict === 'moves') alarmed = true;
            if (verdict === 'rests') alarmed = false;
          }
          const verdict = watch.judge();
          if (verdict === 'moves') alarmed = true;
          if (verdict === 'rests') {
            expect(last).toBe('rests');
            alarmed = false;
          }
          if (alarmed) expect(['moves', 'waiting']).toContain(verdict);
        }
        if (last === 'rests') expect(watch.judge()).not.toBe('moves');
      }),
    );
  });

  it('that moves two seconds after the stop and then falls silent moves', () => {
    const { watch, at, hear } = watched();
    watch.begin('stop');
    watch.answered();
    at(2000);
    hear({ running: true, pressureMmHg: { 'chamber-1': 60, 'chamber-2': 60 } });
    at(DUE_MS - 1);
    expect(watch.judge()).toBe('waiting');
    at(60_000);
    expect([watch.judge(), watch.unrest.oldS]).toEqual(['moves', 58]);
  });

  it('that reports nothing more is silent, not at rest', () => {
    const { watch, at } = watched();
    watch.begin('stop');
    watch.answered();
    at(DUE_MS - 1);
    expect(watch.judge()).toBe('waiting');
    at(DUE_MS);
    expect(watch.judge()).toBe('silent');
  });

  it('that refused moves until it reports rest, with what it answered', () => {
    const { watch, at, hear } = watched();
    watch.begin('stop');
    expect(watch.judge()).toBe('waiting');
    watch.answered('not-now');
    expect([watch.judge(), watch.unrest.refused]).toEqual(['moves', 'not-now']);
    at(60_000);
    hear({ running: false });
    expect(watch.judge()).toBe('moves');
    hear({ running: false, pressureMmHg: { 'chamber-1': 0, 'chamber-2': 0 } });
    expect(watch.judge()).toBe('rests');
  });
});
