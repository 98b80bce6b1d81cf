import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generate, requireUpToDate } from '../../scripts/lib/generate.mjs';
import type { Registry } from '../../scripts/lib/registries.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rebound-generate-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const PLANTS: Registry = {
  kind: 'plant',
  folder: 'plants',
  files: ['*.ts', '*/index.ts'],
  leaveOut: ['plant.ts', 'tools'],
  exported: 'camelCase',
  index: { output: 'plants/all.ts', name: 'PLANTS', type: 'Plant', typeFrom: './plant' },
  ids: { output: 'plants/ids.ts', name: 'PLANT_IDS', type: 'PlantId', from: 'id' },
  perFile: { output: (id) => `pages/plant-${id}.ts`, text: ({ name, path }) => `export { ${name} } from '../${path}';\n` },
};
const registries = [PLANTS];
const plant = (name: string, id: string) => `export const ${name} = {\n  id: '${id}',\n};\n`;

describe('generated lists', () => {
  beforeEach(() => {
    write('plants/plant.ts', 'export interface Plant {}\n');
    write('plants/tools/index.ts', 'export const spade = 1;\n');
    write('plants/oak-tree.ts', plant('oakTree', 'oak'));
    write('plants/fern/index.ts', plant('fern', 'fern'));
    write('pages/plant-by-hand.ts', 'export {};\n');
  });

  it('contain every file of the kind, sorted', () => {
    generate(root, { registries });
    expect(read('plants/all.ts').split('\n').slice(2).join('\n')).toBe(
      [
        "import { fern } from './fern';",
        "import { oakTree } from './oak-tree';",
        "import type { Plant } from './plant';",
        '',
        'export const PLANTS: readonly Plant[] = [fern, oakTree];',
        '',
      ].join('\n'),
    );
    expect(read('plants/ids.ts')).toContain("export const PLANT_IDS = ['fern', 'oak'] as const;");
    expect(read('pages/plant-oak.ts')).toContain("export { oakTree } from '../plants/oak-tree';");
    expect(read('pages/plant-fern.ts')).toContain("export { fern } from '../plants/fern';");
  });

  it('follow added and deleted files', () => {
    generate(root, { registries });
    write('plants/moss.ts', plant('moss', 'moss'));
    expect(generate(root, { registries }).sort()).toEqual(['pages/plant-moss.ts', 'plants/all.ts', 'plants/ids.ts']);
    expect(read('plants/all.ts')).toContain('[fern, moss, oakTree]');
    rmSync(join(root, 'plants/moss.ts'));
    generate(root, { registries });
    expect(read('plants/all.ts')).toContain('[fern, oakTree]');
    expect(readdirSync(join(root, 'pages')).sort()).toEqual(['plant-by-hand.ts', 'plant-fern.ts', 'plant-oak.ts']);
  });

  it('can be checked without writing, and name the files and the command', () => {
    generate(root, { registries });
    expect(() => requireUpToDate(root, registries)).not.toThrow();
    write('plants/moss.ts', plant('moss', 'moss'));
    const before = read('plants/all.ts');
    expect(() => requireUpToDate(root, registries)).toThrow(/plants\/all\.ts, plants\/ids\.ts, pages\/plant-moss\.ts.*npm run generate/);
    expect(read('plants/all.ts')).toBe(before);
  });

  it('refuse a file with another export, without an id, or with a duplicate id', () => {
    write('plants/moss.ts', plant('fungus', 'moss'));
    expect(() => generate(root, { registries })).toThrow(/plants\/moss\.ts exports no `moss`/);
    write('plants/moss.ts', 'export const moss = {};\n');
    expect(() => generate(root, { registries })).toThrow(/plants\/moss\.ts needs exactly one line/);
    write('plants/moss.ts', plant('moss', 'fern'));
    expect(() => generate(root, { registries })).toThrow(/Two files declare the plant fern/);
  });

  it('of JSON files and of records use the file names as keys', () => {
    write('shapes/a-10.json', '{}');
    write('shapes/a-9.json', '{}');
    write('shapes/b.json', '{}');
    const index = { output: 'shapes/all.ts', name: 'SHAPES', shape: 'record' as const };
    generate(root, { registries: [{ kind: 'shape', folder: 'shapes', files: ['*.json'], exported: 'default', index }] });
    expect(read('shapes/all.ts').split('\n').slice(2).join('\n')).toBe(
      [
        "import a9 from './a-9.json';",
        "import a10 from './a-10.json';",
        "import b from './b.json';",
        '',
        'export const SHAPES = {',
        "  'a-9': a9,",
        "  'a-10': a10,",
        '  b,',
        '} as const;',
        '',
      ].join('\n'),
    );
  });

  it('with one export name for all use the file names', () => {
    write('shapes/a.ts', 'export const shape = 1;\n');
    write('shapes/b-c.ts', 'export const shape = 2;\n');
    const index = { output: 'lists/shapes.ts', name: 'SHAPES' };
    generate(root, { registries: [{ kind: 'shape', folder: 'shapes', files: ['*.ts'], exported: 'shape', index }] });
    expect(read('lists/shapes.ts')).toContain("import { shape as a } from '../shapes/a';\nimport { shape as bC } from '../shapes/b-c';");
    expect(read('lists/shapes.ts')).toContain('export const SHAPES = [a, bC] as const;');
  });
});

describe('the project', () => {
  it('has generated lists that are up to date', () => {
    expect(() => requireUpToDate(join(import.meta.dirname, '../..'))).not.toThrow();
  });
});
