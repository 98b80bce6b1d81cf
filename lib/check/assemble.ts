import { dayOf } from '../day';
import { analyse } from '../hrv';
import { findGaps, type Packet, Recording, rrMsOf } from '../recording';
import type { Check, CheckSummary, JournalEntry, OpenRecording } from '../storage';

/** Rebuilds the recording that a journal holds: the same packets and link changes, in the same order. */
export function replayJournal(open: OpenRecording, journal: readonly JournalEntry[]): Recording {
  const recording = new Recording(open.plan);
  for (const entry of journal) {
    if (entry.kind === 'packet') recording.add({ ...entry, rrTicks: [...entry.rrTicks] });
    else if (entry.kind === 'link-lost') recording.linkLost(entry.atMs);
    else recording.linkBack(entry.atMs);
  }
  return recording;
}

/** The check that a recording makes, ended `endedAtMs`. The day is that of its start, in the zone it was started in. */
export function assembleCheck(open: OpenRecording, recording: Recording, endedAtMs: number): Check {
  const complete = recording.phase === 'done';
  recording.finish();
  const { packets, counted } = recording;
  const gaps = findGaps(packets, recording.linkGaps);
  const rrTicks = Uint16Array.from(recording.ticks);
  const { left: _left, ...setting } = open;
  const check: Omit<Check, 'summary'> = {
    ...setting,
    endedAtMs,
    day: dayOf(open.startedAtMs, open.timeZone),
    complete,
    source: 'heart-rate-service',
    rrTicks,
    counted,
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

/** The engine's figures for a check's counted stretch. A better engine may be run over stored checks again at any time. */
export function summarise(check: Omit<Check, 'summary'>): CheckSummary {
  const { first, end } = check.counted;
  const within = check.gaps.filter((gap) => gap.afterBeat > first && gap.afterBeat < end);
  const analysis = analyse(
    {
      rrMs: rrMsOf(check.rrTicks, first, end),
      gapsAfter: within.map((gap) => gap.afterBeat - first - 1),
      gapMs: within.map((gap) => gap.lengthMs),
    },
    {
      elapsedS: elapsedS(check),
      deviceClass: check.sensor?.class ?? 'unknown',
      contactShare: check.contactShare,
    },
  );
  return {
    engine: analysis.engine,
    beats: analysis.beats,
    meanHrBpm: analysis.meanHrBpm,
    raw: analysis.raw,
    corrected: analysis.corrected,
    correctedPct: analysis.artefacts.pct,
    jumpsOver20Pct: analysis.artefacts.jumpsOver20Pct,
    coveragePct: analysis.coveragePct,
    quality: analysis.quality,
  };
}

/**
 * Time by the clock of the counted stretch, in s: its intervals and the gaps between them. Arrival times themselves jitter by a second,
 * so the gaps, which are found from them with that in mind, are the better measure. Null when nothing was counted.
 */
function elapsedS(check: Omit<Check, 'summary'>): number | null {
  const { first, end } = check.counted;
  if (end <= first) return null;
  const beats = rrMsOf(check.rrTicks, first, end).reduce((sum, rr) => sum + rr, 0);
  const lost = check.gaps.filter((gap) => gap.afterBeat > first && gap.afterBeat < end).reduce((sum, gap) => sum + gap.lengthMs, 0);
  return (beats + lost) / 1000;
}

function contactShare(packets: readonly Packet[]): number | null {
  const telling = packets.filter((packet) => packet.contact !== 'unsupported');
  if (telling.length === 0) return null;
  return telling.filter((packet) => packet.contact === 'detected').length / telling.length;
}
