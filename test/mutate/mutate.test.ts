import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../rooms/source';
import { guardLoops } from './guard';
import { applyMutant, listMutants } from './mutants';
import { drawSample, findDependents, orderTests } from './select';
import { countTurns } from './turns';

/** The mutants of a line of code. */
function mutate(code: string): string[] {
  return listMutants('a.ts', code).map((mutant) => applyMutant(code, mutant));
}

describe('mutants', () => {
  it.each([
    ['a < b;', 'a <= b;'],
    ['a !== b;', 'a === b;'],
    ['a && b;', 'a || b;'],
    ['a - b;', 'a + b;'],
    ['x = 5;', 'x = 6;'],
    ['x = 5;', 'x = 4;'],
    ['x = 0;', 'x = (-1);'],
    ['x = !a;', 'x = a;'],
    ['x = true;', 'x = false;'],
    ['x = [a, b];', 'x = [b];'],
    ['x = [a, b];', 'x = [a];'],
    ['x = a.filter(f);', 'x = a;'],
    ['x = Math.max(a, b);', 'x = Math.min(a, b);'],
    ['save();', ';'],
    ['function f() { if (a) return; b(); }', 'function f() { ; b(); }'],
    [`x = a ? 'on' : 'off';`, `x = a ? "off" : 'off';`],
    [`x = 'on';`, `x = "not on";`],
  ])('of %s: %s', (code, changed) => {
    expect(mutate(code)).toContain(changed);
  });

  it.each([
    `import { a } from './a';`,
    `type A = 'on' | 'off';`,
    'interface A { b: 1 }',
    `const x: 'on' | 'off' = y;`,
    'const x = { 1: y };',
    `throw new Error('for engineers');`,
  ])('leave %s alone', (code) => {
    expect(mutate(code)).toEqual([]);
  });

  it('report their place', () => {
    expect(listMutants('lib/a.ts', '\n\nx = y > z;').find(({ mutation }) => mutation.startsWith('>'))).toMatchObject({
      path: 'lib/a.ts',
      line: 3,
      mutation: '> became >=',
    });
  });

  it('are sampled reproducibly by seed, each at most once', () => {
    const all = Array.from({ length: 200 }, (_, index) => index);
    const drawn = drawSample(all, 50, 7);
    expect(drawn).toEqual(drawSample(all, 50, 7));
    expect(drawn).not.toEqual(drawSample(all, 50, 8));
    expect(new Set(drawn).size).toBe(50);
    expect(drawSample(all, 500, 7)).toEqual(all);
  });
});

it('end an infinite loop', () => {
  countTurns();
  for (const loop of ['for (;;) {}', 'while (true) ;', 'do { if (x) continue; } while (true)']) {
    expect(() => new Function('x', guardLoops('a.ts', loop))(true)).toThrow('did not end');
    countTurns();
  }
  expect(new Function(guardLoops('a.ts', 'let n = 0; for (const x of [1, 2, 3]) n += x; return n;'))()).toBe(6);
});

it('follow every import that exists at run time to find tests', () => {
  const file = (path: string, to: string, typeOnly = false) => ({ path, imports: [{ to, ours: true, typeOnly }] }) as never;
  const sources = [file('b', 'a'), file('c', 'b'), file('d', 'a', true), file('a', 'c')];
  expect([...findDependents('a', sources)]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
});

it('the tests of the folder come first, then those of the room, then the nearest', () => {
  const seen = new Map([
    ['test/lib/a/near.test.ts', 1],
    ['test/lib/a/b/far.test.ts', 5],
    ['test/lib/c/nearest.test.ts', 1],
    ['test/lib/c/next.test.ts', 2],
  ]);
  const tests = ['test/lib/c/next.test.ts', 'test/lib/d/unseen.test.ts', ...seen.keys()];
  expect(orderTests('lib/a/b/file.ts', seen, [...new Set(tests)])).toEqual([
    'test/lib/a/b/far.test.ts',
    'test/lib/a/near.test.ts',
    'test/lib/c/nearest.test.ts',
    'test/lib/c/next.test.ts',
  ]);
});

it('a run tells a weak test from a strong one', () => {
  const script = join(ROOT, 'scripts/mutate.mjs');
  const { stdout, status } = spawnSync(process.execPath, [script, 'mutate/toy', '--sample', '1000'], { cwd: ROOT, encoding: 'utf8' });
  const result: { tried: number; survived: { file: string; mutation: string }[]; score: number } = JSON.parse(stdout);
  const survivors = result.survived.map(({ file, mutation }) => `${file.split('/')[3]}: ${mutation}`);
  expect(survivors).toContain('weak: < became <=');
  expect(survivors.filter((one) => one.startsWith('strong'))).toEqual([]);
  expect(result.tried).toBeGreaterThan(2 * survivors.length);
  expect(status).toBe(1);
});
