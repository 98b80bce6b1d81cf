import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { staticImports, wayTo } from '../../support/static-imports';

const ROOT = join(import.meta.dirname, '../../..');
const ENTRIES = readdirSync(join(ROOT, 'entrypoints'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join('entrypoints', file));

describe('simulated peripherals', () => {
  it.each(ENTRIES)('are not loaded with %s', (entry) => {
    const reached = staticImports(ROOT, entry);
    expect([...reached.keys()].filter((file) => file.startsWith('lib/simulated/')).map((file) => wayTo(reached, file))).toEqual([]);
  });

  it('are found missing in a graph that is really walked', () => {
    const reached = staticImports(ROOT, 'entrypoints/app/main.tsx');
    expect([...reached.keys()]).toContain('lib/devices/links/transports.ts');
    expect([...reached.keys()]).toContain('lib/devices/session/runner.ts');
  });
});

describe('the walk over static imports', () => {
  it('follows imports and exports, but neither types nor import()', () => {
    const root = mkdtempSync(join(tmpdir(), 'rebound-imports-'));
    const put = (file: string, text: string) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    };
    put(
      'a.ts',
      "import { b } from './b';\nexport * from './c';\nimport type { D } from './d';\nconst e = () => import('./e');\nimport './f/g';",
    );
    put('b.ts', "import { type H } from './h';");
    for (const file of ['c.ts', 'd.ts', 'e.ts', 'f/g/index.tsx', 'h.ts']) put(file, '');
    const reached = staticImports(root, 'a.ts');
    rmSync(root, { recursive: true });
    expect([...reached.keys()].sort()).toEqual(['a.ts', 'b.ts', 'c.ts', 'f/g/index.tsx', 'h.ts']);
    expect(wayTo(reached, 'h.ts')).toBe('a.ts → b.ts → h.ts');
  });
});
