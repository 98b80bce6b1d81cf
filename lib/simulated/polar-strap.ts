import { heartRateUuids } from '../bluetooth/services/heart-rate';
import type { PmdSettings, PmdStream } from '../bluetooth/services/polar-pmd';
import { batteryPart } from './battery-part';
import { deviceInformationPart } from './device-information-part';
import { heartRatePart } from './heart-rate-part';
import type { PeripheralModel } from './model';
import { peripheral } from './peripheral';
import { chestAcceleration } from './polar/acceleration';
import { type EcgOptions, ecgSource } from './polar/ecg';
import { type EctopicOptions, withEctopics } from './polar/ecg-beats';
import { type FrameSource, pmdPart } from './polar/pmd-part';
import { type PpiOptions, ppiSource } from './polar/ppi-source';
import { shared } from './polar/shared';
import type { StrapOptions } from './strap';

export interface PolarOptions extends StrapOptions {
  /** `chest` (default) streams ECG and acceleration; `optical` streams pulse-to-pulse intervals, and its heart rate has no RR. */
  readonly sensor?: 'chest' | 'optical';
  readonly ecg?: EcgOptions;
  /** Made from these intervals; ECG and RR have the same faults. */
  readonly ectopics?: EctopicOptions;
  readonly ppi?: PpiOptions;
  /** Time on the device's clock at the first connection, epoch ms; default 2019-01-01. */
  readonly clockMs?: number;
}

export interface PolarStrap extends PeripheralModel {
  /** The running streams; empty once the host has stopped everything that it started. */
  streaming(): readonly PmdStream[];
}

/** Answers like an H10; test/lib/bluetooth/services/polar-pmd.test.ts has the packets of a real one. */
const CHEST_OFFER = {
  ecg: { rateHz: [130], resolutionBits: [14] },
  acc: { rateHz: [25, 50, 100, 200], resolutionBits: [16], range: [2, 4, 8] },
} as const;
const ECG_SAMPLES = 73;
const ACC_SAMPLES = 36;
const FIRST_PPI_MS = 25_000;
const PPI_EVERY_MS = 5000;

/**
 * A Polar sensor: Heart Rate, Battery, Device Information and Polar Measurement Data. The R peaks of its ECG, its pulses and its RR
 * intervals describe the same beats. Deterministic: same options and calls, same packets.
 */
export function simulatedPolar(options: PolarOptions): PolarStrap {
  const { sensor = 'chest', leadInMs = 0, ecg = {} } = options;
  const beats = shared(withEctopics(options.rr, options.ectopics));
  const rr = {
    *[Symbol.iterator]() {
      for (const { rrMs } of beats) yield rrMs;
    },
  };
  let startMs = options.startMs ?? null;
  const began = () => startMs ?? 0;

  function source(stream: PmdStream, settings: PmdSettings, fromMs: number): FrameSource {
    if (stream === 'ppi') {
      const take = ppiSource(rr, began(), options.ppi);
      const atMs = (frame: number) => fromMs + FIRST_PPI_MS + frame * PPI_EVERY_MS;
      take(fromMs);
      return {
        atMs,
        samples(frame) {
          const samples = take(atMs(frame));
          return samples.length === 0 ? null : { stream, samples };
        },
      };
    }
    const count = stream === 'ecg' ? ECG_SAMPLES : ACC_SAMPLES;
    const everyMs = 1000 / (settings.rateHz?.[0] ?? 130);
    const sampleMs = (frame: number, i: number) => fromMs + (frame * count + i) * everyMs;
    const each = <T>(frame: number, sample: (atMs: number) => T) => Array.from({ length: count }, (_, i) => sample(sampleMs(frame, i)));
    const trace = ecgSource(beats, began(), ecg);
    const felt = chestAcceleration(ecg.seed ?? 1);
    return {
      atMs: (frame) => sampleMs(frame, count - 1),
      samples: (frame) =>
        stream === 'ecg'
          ? { stream, microvolts: each(frame, (atMs) => trace.sampleUv(atMs)) }
          : { stream: 'acc', samples: each(frame, felt) },
    };
  }

  const clock = options.clockMs === undefined ? {} : { clockMs: options.clockMs };
  const pmd = pmdPart({ offer: sensor === 'chest' ? CHEST_OFFER : { ppi: {} }, source, ...clock });
  const optical = sensor === 'optical' ? ({ rrSource: 'none', location: 'other' } as const) : {};
  const model = peripheral(
    {
      address: options.address ?? '5E:B0:00:00:00:05',
      name: options.name ?? (sensor === 'chest' ? 'Polar H10 SIM' : 'Polar Sense SIM'),
      advertised: [heartRateUuids.service],
    },
    [
      heartRatePart({ ...optical, ...options, rr }),
      pmd,
      batteryPart(options.battery ?? { startPct: 90, drainPctPerHour: 0 }),
      deviceInformationPart({
        manufacturer: 'Polar Electro Oy',
        model: sensor === 'chest' ? 'H10' : 'Sense',
        firmware: '0.0.0',
        ...options.information,
      }),
    ],
  );
  return {
    ...model,
    connected(atMs) {
      startMs ??= atMs + leadInMs;
      model.connected(atMs);
    },
    streaming: () => pmd.streaming(),
  };
}
