import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from '../rooms/source';
import { guardLoops } from './guard';
import { applyMutant, type Mutant } from './mutants';
import { addNumber, readNumber, withoutNumber } from './number';

export interface NumberedMutant {
  readonly mutant: Mutant;
  /** Every file that imports the mutant, directly or not, by its path from the root. */
  readonly dependents: ReadonlyMap<string, number>;
}

const EMPTY_TEST = `import { it } from 'vitest'; it('is not needed: the mutant was caught', () => {});`;

/**
 * Gives each mutant a copy of the changed file and of all files that lead to it, with their own ids; everything else is shared, so that a
 * mutant costs no more than its tests.
 */
export function mutantPlugin(mutants: readonly NumberedMutant[], isCaught: (number: number) => boolean): Plugin {
  return {
    name: 'rebound:mutants',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const number = readNumber(importer ?? '');
      // Vite names a file by its path from the root.
      if (readNumber(source) !== null) return source.startsWith(ROOT) ? source : join(ROOT, source);
      if (number === null || importer === undefined) return null;
      const resolved = await this.resolve(source, withoutNumber(importer), { ...options, skipSelf: true });
      if (resolved === null || resolved.external || !mutants[number]?.dependents.has(toPath(resolved.id))) return resolved;
      return addNumber(resolved.id, number);
    },
    load(id) {
      const path = toPath(withoutNumber(id));
      const number = readNumber(id);
      if (number !== null && /\.test\.tsx?$/.test(path) && isCaught(number)) return EMPTY_TEST;
      if (number === null ? !path.startsWith('lib/') : !/\.tsx?$/.test(path)) return null;
      const text = readFileSync(withoutNumber(id), 'utf8');
      const mutant = number === null ? undefined : mutants[number]?.mutant;
      return guardLoops(path, mutant?.path === path ? applyMutant(text, mutant) : text);
    },
  };
}

function toPath(file: string): string {
  return relative(ROOT, file).replaceAll('\\', '/');
}
