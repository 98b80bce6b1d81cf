import { sum } from '../core/statistics';
import { findWakingDay, type SleepTimes } from '../core/waking-day';
import { analyse, type DeviceClass, type Orthostatic, orthostatic, type RecordingContext, type RrSeries } from '../hrv';
import { beatTimeMs, findGaps, type Packet, Recording, toRrMs } from '../recording';
import type { Check, CheckSummary, JournalEntry, OpenRecording } from '../storage';

/** Rebuilds a recording from its journal: the same packets and link changes, in the same order. */
export function replayJournal(open: OpenRecording, journal: readonly JournalEntry[]): Recording {
  const recording = new Recording(open.plan);
  for (const entry of journal) {
    if (entry.kind === 'packet') recording.add({ ...entry, rrTicks: [...entry.rrTicks] });
    else if (entry.kind === 'link-lost') recording.linkLost(entry.atMs);
    else recording.linkBack(entry.atMs);
  }
  return recording;
}

/** Makes the check from a recording that ended at `endedAtMs`. Its day is the waking day of its start, in the zone where it started. */
export function assembleCheck(open: OpenRecording, recording: Recording, endedAtMs: number, times: SleepTimes): Check {
  const complete = recording.phase === 'done';
  recording.finish();
  const { packets, counted } = recording;
  const gaps = findGaps(packets, recording.linkGaps);
  const rrTicks = Uint16Array.from(recording.ticks);
  const { left: _left, ...setting } = open;
  const check: Omit<Check, 'summary'> = {
    ...setting,
    endedAtMs,
    day: findWakingDay(open.startedAtMs, times, open.timeZone),
    complete,
    source: open.source ?? 'heart-rate-service',
    rrTicks,
    ...(open.source === 'polar-ppi' ? { errorMs: errorsMs(packets) } : {}),
    counted,
    stood: recording.stood,
    gaps,
    packets: {
      atMs: Uint32Array.from(packets, (packet) => Math.max(0, packet.atMs - open.startedAtMs)),
      beats: Uint8Array.from(packets, (packet) => packet.rrTicks.length),
      hrBpm: Uint16Array.from(packets, (packet) => packet.hrBpm),
    },
    contactShare: contactShare(packets),
  };
  return { ...check, summary: summarise(check) };
}

/** The engine's figures for a check's counted stretch. A newer engine can analyse stored checks again at any time. */
export function summarise(check: Omit<Check, 'summary'>): CheckSummary {
  const { first, end } = check.counted;
  const analysis = analyse(toSeries(check, first, end), toQualityContext(check));
  return {
    engine: analysis.engine,
    beats: analysis.beats,
    meanHrBpm: analysis.meanHrBpm,
    raw: analysis.raw,
    corrected: analysis.corrected,
    correctedPct: analysis.correctedPct,
    flaggedPct: analysis.artefacts.pct,
    jumpsOver20Pct: analysis.artefacts.jumpsOver20Pct,
    coveragePct: analysis.coveragePct,
    quality: analysis.quality,
    orthostatic: check.stood ? computeOrthostatic(check, check.stood.end) : null,
  };
}

/** Lying and standing in one series, as the engine expects it; the person stood up where the counted stretch ends. */
function computeOrthostatic(check: Omit<Check, 'summary'>, end: number): Orthostatic {
  const { first } = check.counted;
  return orthostatic(
    toSeries(check, first, end),
    beatTimeMs(check.rrTicks, first, check.counted.end) / 1000 + lostS(check, first, check.counted.end),
  );
}

/** What else the engine is told about a check's counted stretch. */
export function toQualityContext(check: Omit<Check, 'summary'>): RecordingContext {
  const { first, end } = check.counted;
  return {
    elapsedS: elapsedS(check),
    deviceClass: deviceClass(check),
    contactShare: check.contactShare,
    rrErrorMs: rootMeanSquare(check.errorMs?.subarray(first, end)),
  };
}

/** How the beats were measured. For a Polar sensor the stream tells, whatever body location it reports. */
function deviceClass({ source, sensor }: Omit<Check, 'summary'>): DeviceClass {
  if (source === 'polar-ecg') return 'ecg';
  return source === 'polar-ppi' ? 'optical' : (sensor?.class ?? 'unknown');
}

/** A stretch of a check, as the engine expects it. */
export function toSeries(check: Omit<Check, 'summary'>, first: number, end: number): RrSeries {
  const within = gapsWithin(check, first, end);
  return {
    rrMs: toRrMs(check.rrTicks, first, end),
    gapsAfter: within.map((gap) => gap.afterBeat - first - 1),
    gapMs: within.map((gap) => gap.lengthMs),
  };
}

function gapsWithin(check: Omit<Check, 'summary'>, first: number, end: number) {
  return check.gaps.filter((gap) => gap.afterBeat > first && gap.afterBeat < end);
}

function lostS(check: Omit<Check, 'summary'>, first: number, end: number): number {
  return sum(gapsWithin(check, first, end).map((gap) => gap.lengthMs)) / 1000;
}

/**
 * Time by the clock of the counted stretch, in s: its intervals and the gaps between them. Arrival times vary by a second; the gaps, which
 * were found with that in mind, are the better measure. Null when nothing was counted.
 */
function elapsedS(check: Omit<Check, 'summary'>): number | null {
  const { first, end } = check.counted;
  return end <= first ? null : beatTimeMs(check.rrTicks, first, end) / 1000 + lostS(check, first, end);
}

function contactShare(packets: readonly Packet[]): number | null {
  const telling = packets.filter((packet) => packet.contact !== 'unsupported');
  if (telling.length === 0) return null;
  return telling.filter((packet) => packet.contact === 'detected').length / telling.length;
}

function rootMeanSquare(values: Uint16Array | undefined): number | null {
  if (values === undefined || values.length === 0) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** One for each interval; packets may hold more than were kept of them. */
function errorsMs(packets: readonly Packet[]): Uint16Array {
  return Uint16Array.from(packets.flatMap(({ rrTicks, errorMs }) => rrTicks.map((_, i) => errorMs?.[i] ?? 0)));
}
