import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from '../../scripts/lib/generate.mjs';
import { REGISTRIES } from '../../scripts/lib/registries.mjs';

const ROOT = join(import.meta.dirname, '../..');

export interface LibCopy {
  /** Imports a module of the copy: `lib/devices/drivers`. */
  load<Module>(path: string): Promise<Module>;
  remove(): void;
}

/**
 * A copy of lib/ with one additional file, and with the lists of one kind generated again: what a contributor has after `npm run generate`.
 * The caller must call `remove()`.
 * @param kind the kind of file, as named by scripts/lib/registries.mjs
 */
export function copyLibWith(kind: string, file: string, text: string): LibCopy {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  // Inside the project, so that packages are found.
  const copy = mkdtempSync(join(ROOT, 'test-results', 'lib-'));
  cpSync(join(ROOT, 'lib'), join(copy, 'lib'), { recursive: true });
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  generate(copy, { registries: REGISTRIES.filter((registry) => registry.kind === kind) });
  return {
    load: (module) => import(/* @vite-ignore */ pathToFileURL(join(copy, `${module}.ts`)).href),
    remove: () => rmSync(copy, { recursive: true }),
  };
}
