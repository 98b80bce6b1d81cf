import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGISTRIES } from '../../scripts/lib/registries.mjs';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const exists = (path: string) => existsSync(join(ROOT, path));

function filesIn(folders: readonly string[], pattern: RegExp): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .filter((path) => pattern.test(path)),
  );
}

const PAGES = [...filesIn(['docs'], /^docs\/[\w-]+\.md$/), ...readdirSync(ROOT).filter((name) => name.endsWith('.md'))];
const GUIDES = PAGES.filter((page) => page.startsWith('docs/adding-'));
const CODE = filesIn(['lib', 'components', 'entrypoints', 'cli', 'scripts', 'test'], /\.(tsx?|mjs|css)$/);
const code = filesIn(['lib', 'scripts'], /\.(tsx?|mjs)$/)
  .map(read)
  .join('\n');
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> }).scripts);

/** Text in code font, outside blocks of code. */
const findSpans = (page: string) =>
  [
    ...read(page)
      .replace(/```.*?```/gs, '')
      .matchAll(/`([^`]+)`/g),
  ].map(([, text = '']) => text);
const isPath = (text: string) => /^(lib|test|docs|cli|components|entrypoints|public|scripts)\/[\w./-]+$/.test(text);
/** Made-up names of files that the reader of a guide is to write, and of one member of a folder. */
const MADE_UP = /your|\/xx\/|ice-bath|NAME/;

/** Paths in running text, such as docs/rooms.md in CONTRIBUTING. */
const findPlainPaths = (page: string) => [
  ...new Set(read(page).match(/(?<![\w/.-])(?:lib|test|docs|cli|components|scripts)\/[\w./-]*\.(?:md|mjs|tsx?|json)\b/g) ?? []),
];

describe('every kind that takes one file to add', () => {
  it.each(REGISTRIES.map(({ kind, folder }) => [kind, folder]))('%s has a guide', (_, folder) => {
    expect(GUIDES.filter((guide) => read(guide).includes(`\`${folder}`))).not.toEqual([]);
  });
});

describe.each(PAGES)('%s', (page) => {
  it('links to existing files', () => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    const local = links.filter((target) => !/^[a-z]+:/.test(target)).map((target) => join(dirname(page), target));
    expect(local.filter((path) => !exists(path))).toEqual([]);
  });

  it('names existing files', () => {
    const named = [...findSpans(page).filter(isPath), ...findPlainPaths(page)];
    expect(named.filter((path) => !MADE_UP.test(path) && !exists(path) && !exists(`${path}.ts`))).toEqual([]);
  });

  it('names existing commands', () => {
    const commands = [...read(page).matchAll(/\bnpm (?:run )?(?:--silent )?([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !['ci', 'install', 'run'].includes(name) && !scripts.includes(name))).toEqual([]);
  });
});

describe.each(GUIDES)('%s', (guide) => {
  it('names existing functions', () => {
    const names = findSpans(guide).filter((text) => /^[a-z]+[A-Z]\w*$/.test(text) && !text.startsWith('your'));
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  });
});

it('comments cite only existing documents, and no numbers of issues', () => {
  const missing = CODE.flatMap((file) => {
    // A document of another project follows the name of its repository: "kristofferR/ha-adjustable-bed, docs/beds/linak.md".
    const own = read(file).replace(/\b[\w-]+\/[\w-]+(?: \(\w+\))?, docs\/\S+/g, '');
    const cited = own.match(/(?<![\w/.-])(?:docs|design|facts|reproductions|seeds)\/[\w-]+(?:\/[\w-]+)*\.(?:md|json)\b/g) ?? [];
    const numbered = own.match(/\bIssue \d+/g) ?? [];
    return [...cited.filter((path) => !exists(path) && !MADE_UP.test(path)), ...numbered].map((found) => `${file}: ${found}`);
  });
  expect(missing).toEqual([]);
});
