import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findCircles } from '../rooms/circles';
import { countImports, drawRooms } from '../rooms/draw';
import { findImpurities } from '../rooms/impurities';
import { findLongFiles, findLongFolders } from '../rooms/lengths';
import { findDuplicates, findForbidden, findLoading, findNounOf } from '../rooms/names';
import { FOLDERS, findBrowserImportsOfCommandLine, findImportsAgainstOrder, findImportsOfInsides, findImpureImports } from '../rooms/order';
import { ROOT, readSources } from '../rooms/source';

const sources = readSources(FOLDERS);
const tests = readSources(['test']);

describe('the rooms', () => {
  it('hold every file of lib/', () => {
    expect(sources.map(({ path }) => path).filter((path) => /^lib\/[^/]+$/.test(path))).toEqual([]);
  });

  it('are imported in their order', () => {
    expect(findImportsAgainstOrder(sources)).toEqual([]);
  });

  it('have no circle between files', () => {
    expect(findCircles(sources)).toEqual([]);
  });

  it('that are pure import only what is pure', () => {
    expect(findImpureImports(sources)).toEqual([]);
  });

  it('that are pure reach each other through an index', () => {
    expect(findImportsOfInsides(sources)).toEqual([]);
  });

  it('that are pure use no chance, clock or network', () => {
    expect(findImpurities(sources)).toEqual([]);
  });

  it('that the command line uses need no browser', () => {
    expect(findBrowserImportsOfCommandLine(sources)).toEqual([]);
  });

  it('are drawn in docs/rooms.md (npm run rooms)', () => {
    expect(readFileSync(join(ROOT, 'docs/rooms.md'), 'utf8')).toBe(drawRooms(countImports(sources)));
  });
});

describe('names', () => {
  it('are exported by one file each', () => {
    expect(findDuplicates(sources)).toEqual([]);
  });

  it('use words of the field', () => {
    expect(findForbidden([...sources, ...tests])).toEqual([]);
  });

  it('of functions say what they do', () => {
    expect(findNounOf([...sources, ...tests])).toEqual([]);
  });

  it('begin with load only for training load', () => {
    expect(findLoading(sources)).toEqual([]);
  });
});

describe('files', () => {
  it('are short', () => {
    expect(findLongFolders(sources, ['lib', 'components'])).toEqual([]);
  });

  it('above 250 lines say why', () => {
    expect(findLongFiles(sources)).toEqual([]);
  });
});

describe('the checks', () => {
  const roots: string[] = [];
  afterEach(() => {
    for (const root of roots.splice(0)) rmSync(root, { recursive: true });
  });

  /** Writes made-up files and returns them as sources. */
  function build(files: Readonly<Record<string, string>>) {
    const root = mkdtempSync(join(tmpdir(), 'rebound-rooms-'));
    roots.push(root);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return readSources(['lib'], root);
  }

  it.each([
    ['an import', `import { b } from './b';`],
    ['a type', `import type { B } from './b';`],
    ['an import of a type in place', `export type A = import('./b').B;`],
    ['a dynamic import', `export const a = () => import('./b');`],
    ['a re-export', `export * from './b';`],
    ['an import for its effects', `import './b';`],
  ])('see a circle by %s', (_, text) => {
    const circular = build({ 'lib/core/a.ts': text, 'lib/core/b.ts': `import './c';`, 'lib/core/c.ts': `export type { A } from './a';` });
    expect(findCircles(circular)).toEqual([['lib/core/a.ts', 'lib/core/b.ts', 'lib/core/c.ts']]);
  });

  it('see no circle where two ways lead to one file', () => {
    expect(
      findCircles(build({ 'lib/core/a.ts': `import './b';import './c';`, 'lib/core/b.ts': `import './c';`, 'lib/core/c.ts': '' })),
    ).toEqual([]);
  });

  it('see an import against the order, at any depth and by type', () => {
    const found = findImportsAgainstOrder(
      build({ 'lib/planner/rules/deep/a.ts': `import type { B } from '../../../storage/b';`, 'lib/storage/b.ts': '' }),
    );
    expect(found).toEqual(['lib/planner/rules/deep/a.ts -> lib/storage/b.ts']);
  });

  it('see a folder that is no room', () => {
    expect(() => findImportsAgainstOrder(build({ 'lib/attic/a.ts': `import '../core/b';`, 'lib/core/b.ts': '' }))).toThrow('in no room');
  });

  it('see what makes a pure room impure', () => {
    const found = build({
      'lib/hrv/deep/a.ts': `import Dexie from 'dexie';import { now } from '../../core/clock';import { x } from '../../core/day';import * as v from 'valibot';`,
      'lib/core/clock.ts': `import { signal } from '@preact/signals';`,
      'lib/core/day.ts': '',
    });
    expect(findImpureImports(found)).toEqual(['lib/hrv/deep/a.ts -> lib/core/clock.ts', 'lib/hrv/deep/a.ts -> dexie']);
  });

  it('see an import of another pure room’s inner files', () => {
    const found = build({
      'lib/planner/deep/a.ts': `import { b } from '../../readiness/b';import { c } from '../../readiness';import { d } from '../../core/d';import '../e';`,
      'lib/planner/e.ts': '',
      'lib/readiness/b.ts': '',
      'lib/readiness/index.ts': '',
      'lib/core/d.ts': '',
    });
    expect(findImportsOfInsides(found)).toEqual(['lib/planner/deep/a.ts -> lib/readiness/b.ts']);
  });

  it.each([
    ['fetch(url)', 'fetch'],
    ['[1].map(Math.random)', 'Math.random'],
    [`Math['random']()`, 'Math.random'],
    ['globalThis.Date.now()', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['Date()', 'Date()'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ['performance.now()', 'performance.now'],
  ])('see %s in a pure room', (code, use) => {
    expect(findImpurities(build({ 'lib/trends/deep/a.ts': `\nexport const a = ${code};` }))).toEqual([`lib/trends/deep/a.ts:2: ${use}`]);
  });

  it.each(['new Date(0)', 'Date.UTC(2020, 1)', 'site.fetch(1)', '({ fetch: 1 })', 'Math.max(1, 2)', '(at: Date) => at'])(
    'allow %s in a pure room',
    (code) => {
      expect(findImpurities(build({ 'lib/trends/a.ts': `export const a = ${code};` }))).toEqual([]);
    },
  );

  it('see a name that two files export, and ignore re-exports', () => {
    const found = build({
      'lib/core/a.ts': 'export const one = 1; export type Two = 2; export function Three() {}',
      'lib/core/b.ts': `export { one } from './a'; export interface Two {} const x = 1; export { x as Three };`,
      'lib/core/c.ts': `import { one } from './a'; export { one };`,
    });
    expect(findDuplicates(found)).toEqual(['Two: lib/core/a.ts, lib/core/b.ts', 'Three: lib/core/a.ts, lib/core/b.ts']);
  });

  it('see forbidden words in files, exports and locals, and allow the equipment', () => {
    const found = build({
      'lib/core/glance.ts': '',
      'lib/core/desk-bike.ts': 'export const treadmillDesk = 1, DESK_BIKE = 2, wholeBodyCold = 3, keyboard = 4;',
      'lib/core/a.ts': 'export const desk = 1; function f({ whole }: P, [putAwayNow]: Q) { for (const want of []) { } } interface Wish {}',
    });
    expect(findForbidden(found)).toEqual([
      'lib/core/a.ts: desk',
      'lib/core/a.ts: whole',
      'lib/core/a.ts: putAwayNow',
      'lib/core/a.ts: want',
      'lib/core/a.ts: Wish',
      'lib/core/glance.ts: glance',
    ]);
  });

  it('see forbidden words in members of types and classes', () => {
    const found = build({
      'lib/core/a.ts': 'interface A { besides: 1; takeInAll(): void } class B { #aside = 1; oddity() {} } const c = { glance: 1 };',
    });
    expect(findForbidden(found)).toEqual([
      'lib/core/a.ts: besides',
      'lib/core/a.ts: takeInAll',
      'lib/core/a.ts: #aside',
      'lib/core/a.ts: oddity',
    ]);
  });

  it('see a function that is named after a noun', () => {
    const found = build({
      'lib/core/a.ts': `function zoneOf() {} const dayOf = () => 1, rangeOf = 2; class B { #kindOf() {} isOneOf() {} } interface C { rowOf(): 1 }`,
    });
    expect(findNounOf(found)).toEqual(['lib/core/a.ts: zoneOf', 'lib/core/a.ts: dayOf', 'lib/core/a.ts: #kindOf', 'lib/core/a.ts: rowOf']);
  });

  it('see a name that begins with load and reads something', () => {
    const found = build({
      'lib/core/a.ts': 'function loadProfile() {} const loaded = 1, loadSeries = [], load = 2, loads = [], download = 3;',
    });
    expect(findLoading(found)).toEqual(['lib/core/a.ts: loadProfile', 'lib/core/a.ts: loaded']);
  });

  it('see long files and folders', () => {
    const long = 'x;\n'.repeat(250);
    const found = build({
      'lib/core/a.ts': `${long}x;`,
      'lib/core/b.ts': `/**\n * A table. One long file,\n * because a reader compares its rows.\n */\n${long}`,
      'lib/core/c.ts': long,
    });
    expect(findLongFiles(found)).toEqual(['lib/core/a.ts: 251']);
    expect(findLongFolders(found, ['lib'])).toEqual(['lib: 251']);
  });
});
