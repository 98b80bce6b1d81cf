import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../lib/catalogue';

const ROOT = join(import.meta.dirname, '../../..');

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|json|md|html|css)$/.test(name))
    .map((name) => join(folder, name));
}

/** A source by the number of a file: `'002'`, `seed-002`, "(002)" or "002 says". Figures such as 10,000 and 0.004 are none. */
const NUMBERED = /seed-00|'00[0-4]'|(?<![\w.,#-])00[0-4](?=[\s)’';:,.])(?! ?\()/;

describe('sources', () => {
  it.each(['lib', 'components', 'cli', 'entrypoints', 'public', 'docs'])('are named, never numbered, in %s', (folder) => {
    const found = filesIn(folder).flatMap((file) =>
      readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((line, at) => (NUMBERED.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });

  it('match docs/recovery-sources.md', () => {
    const page = readFileSync(join(ROOT, 'docs/recovery-sources.md'), 'utf8');
    for (const { title } of Object.values(SOURCES)) expect(page).toContain(title.replace(/ \(.*/, '').replace(/[:,].*/, ''));
  });
});
