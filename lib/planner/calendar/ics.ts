/** A plan as an iCalendar file (RFC 5545). */

import { MINUTE_MS } from '../../core/time';

export interface CalendarEntry {
  /** Stable across exports, so that a calendar updates the entry instead of adding another. */
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly summary: string;
  readonly description: string;
}

/** Octets per line, without the line break (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/**
 * Writes an iCalendar file.
 * @param stampMs when the file is made, epoch ms
 * @param entries with the texts that the calendar shows
 */
export function toIcs(entries: readonly CalendarEntry[], stampMs: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rebound//Recovery plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap(({ id, startMs, endMs, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${toUid(id)}`,
      `DTSTAMP:${utc(stampMs)}`,
      `DTSTART:${utc(startMs)}`,
      `DTEND:${utc(Math.max(endMs, startMs + MINUTE_MS))}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      // A plan is no appointment: it does not mark the user as busy.
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function toUid(id: string): string {
  return `${id.replace(/[^A-Za-z0-9@+.-]/g, '_').replaceAll('@', '.')}@rebound`;
}

/** Form #2, UTC (RFC 5545, 3.3.5). */
function utc(epochMs: number): string {
  return `${new Date(Math.floor(epochMs / 1000) * 1000).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
}

/**
 * Escapes TEXT (RFC 5545, 3.3.11): backslash, semicolon, comma and line breaks. Drops other control characters, which TEXT may not contain.
 */
function escaped(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\p{Cc}/gu, (one) => (one === '\n' || one === '\t' ? one : ''))
    .replace(/[\\;,]/g, (one) => `\\${one}`)
    .replaceAll('\n', '\\n');
}

/** Folds a line at 75 octets, never within a character. Continuation lines start with a space. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = countOctets(character);
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

function countOctets(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
