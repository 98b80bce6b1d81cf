import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGISTRIES } from '../../scripts/lib/registries.mjs';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const sources = ['lib', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|mjs)$/.test(name))
    .map((name) => read(join(folder, name))),
);
const code = sources.join('\n');

const GUIDES = readdirSync(join(ROOT, 'docs'))
  .filter((name) => name.startsWith('adding-'))
  .map((name) => `docs/${name}`);

/** What a guide sets in code font, outside of its blocks of code. */
const spans = (guide: string) =>
  [
    ...read(guide)
      .replace(/```.*?```/gs, '')
      .matchAll(/`([^`]+)`/g),
  ].map(([, text = '']) => text);
const isPath = (text: string) => /^(lib|test|docs|cli|components|entrypoints|public|scripts)\/[\w./-]+$/.test(text);

describe('every kind that takes one file to add', () => {
  it.each(REGISTRIES.map(({ kind, folder }) => [kind, folder]))('%s has a guide', (_, folder) => {
    expect(GUIDES.filter((guide) => read(guide).includes(`\`${folder}`))).not.toEqual([]);
  });
});

/** The guides of kinds that there are: each names its folder first. */
const current = GUIDES.filter((guide) => {
  const folder = spans(guide).find(isPath) ?? '';
  return guide === 'docs/adding-a-language.md' || REGISTRIES.some((one) => folder.startsWith(one.folder));
});

describe.each(current)('%s', (guide) => {
  it('names files that there are', () => {
    const [, ...named] = spans(guide).filter(isPath);
    // Files that the guide tells the reader to write have made-up names.
    const madeUp = /your|\/xx\/|ice-bath|NAME/;
    expect(named.filter((path) => !madeUp.test(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names functions that there are', () => {
    const names = spans(guide).filter((text) => /^[a-z]+[A-Z]\w*$/.test(text) && !text.startsWith('your'));
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  });
});
