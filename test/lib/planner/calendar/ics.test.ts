import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIcs } from '../../../../lib/planner';

/** RFC 5545: 3.1 folding, 3.3.5 times in UTC, 3.3.11 text, 3.6.1 events. */

const entry = {
  id: 'sauna@2026-05-04',
  startMs: Date.UTC(2026, 4, 4, 17, 5),
  endMs: Date.UTC(2026, 4, 4, 17, 20),
  summary: 'Sauna',
  description: 'Warm',
};
const unfolded = (ics: string) => ics.replace(/\r\n /g, '').split('\r\n');
const field = (ics: string, name: string) =>
  unfolded(ics)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
/** Reads a TEXT value back, as 3.3.11 has it. */
const read = (text: string) => text.replace(/\\([\\;,nN])/g, (_, one: string) => (one === 'n' || one === 'N' ? '\n' : one));
const octets = (text: string) => new TextEncoder().encode(text).length;

describe('a calendar file', () => {
  const ics = toIcs([entry], Date.UTC(2026, 4, 4, 16));

  it('has the required properties of a calendar and an event, with CR LF line ends', () => {
    expect(unfolded(ics).slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rebound//Recovery plan//EN']);
    expect(ics.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(/[^\r]\n/.test(ics)).toBe(false);
    expect([field(ics, 'DTSTAMP'), field(ics, 'DTSTART'), field(ics, 'DTEND')]).toEqual([
      '20260504T160000Z',
      '20260504T170500Z',
      '20260504T172000Z',
    ]);
  });

  it('gives an item the same id each time, and other items other ids', () => {
    expect(field(toIcs([{ ...entry, startMs: entry.startMs + 60_000 }], 0), 'UID')).toBe(field(ics, 'UID'));
    expect(field(toIcs([{ ...entry, id: 'sauna@2026-05-05' }], 0), 'UID')).not.toBe(field(ics, 'UID'));
    expect(field(ics, 'UID')).toMatch(/^[\w.+-]+@rebound$/);
  });

  it('is a calendar without events for an empty plan', () => {
    expect(toIcs([], 0)).not.toContain('VEVENT');
  });

  it('property: for any text, lines have at most 75 octets and the text survives', () => {
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\\', ';', ',', '\n', ' ', ':', 'é', '漢', '😀'),
        fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' }),
      ),
      maxLength: 300,
    });
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const made = toIcs([{ ...entry, summary, description }], 0);
        for (const line of made.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(read(field(made, 'SUMMARY') ?? '')).toBe(summary);
        expect(read(field(made, 'DESCRIPTION') ?? '')).toBe(description);
      }),
    );
  });

  it('does not let a text end a line or an event', () => {
    const made = toIcs([{ ...entry, summary: 'a\r\nEND:VEVENT\u0007' }], 0);
    expect(unfolded(made).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(field(made, 'SUMMARY')).toBe('a\\nEND:VEVENT');
  });
});
