import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, MODALITIES, NAMED_ONLY, SOURCES } from '../../lib/catalogue';

const text = readFileSync(join(import.meta.dirname, '../../docs/what-was-asked.md'), 'utf8');
const STATUS = /^(?:done|named only|not taken over, because .+|missing: .+|wrong: .+)$/;

/** Each table: its heading, and its rows without the head. */
const sections = text
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    heading: section.slice(0, section.indexOf('\n')),
    rows: section
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(1)
      .map((line) => line.slice(2, -2).split(' | ')),
  }));
const rows = sections.flatMap(({ heading, rows: of }) => of.map((row) => ({ heading, row, claim: row[0] ?? '' })));

it('has a table for each guide, and one for the systems that they describe', () => {
  const guides = Object.values(SOURCES).flatMap(({ kind, title }) => (kind === 'guide' ? [title.toLowerCase()] : []));
  for (const guide of guides) expect(sections.filter(({ heading }) => heading.toLowerCase().startsWith(guide))).toHaveLength(1);
  expect(sections).toHaveLength(guides.length + 1);
});

describe.each(rows)('$heading: $claim', ({ row }) => {
  const [, , where = '', status = ''] = row;

  it('has a claim, an answer, a place and a status', () => {
    expect(row).toHaveLength(4);
    expect(row.every((cell) => cell.trim() !== '')).toBe(true);
    expect(status).toMatch(STATUS);
  });

  it('links the code, unless there is none', () => {
    if (status === 'done' || status === 'named only' || status.startsWith('wrong')) expect(where).toMatch(/\]\(\.\.\/(?:lib|components)\//);
    else expect(where).toMatch(/\]\(\.\.\/(?:lib|components)\/|^–$/);
  });
});

it('answers for each modality that a guide names', () => {
  const absent = MODALITIES.filter((one) => CATALOGUE[one].guides.length > 0 && !text.includes(`/modalities/${one}.ts`));
  expect(absent).toEqual([]);
  for (const { id } of NAMED_ONLY) expect(text.toLowerCase()).toContain(id.replace('-', ' '));
});
