import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generate } from '../../scripts/lib/generate.mjs';
import { REGISTRIES } from '../../scripts/lib/registries.mjs';

const ROOT = join(import.meta.dirname, '../..');
/** Inside the project, so that packages are found; Git, Biome and knip ignore it. */
const COPIES = join(ROOT, '.cache/copies');
const SOURCES = ['cli', 'components', 'entrypoints', 'lib', 'public', 'scripts', 'wxt.config.ts', 'package.json'];

export interface ProjectCopy {
  readonly root: string;
  write(file: string, text: string): void;
  remove(file: string): void;
  /** The same as `npm run generate`. Returns the files that changed. */
  generate(): string[];
  /** Imports a module of the copy. Load modules only after the last `generate`: each is loaded once. */
  load<Module>(file: string): Promise<Module>;
  dispose(): void;
}

/**
 * A copy of the sources, to which a test adds one file of a kind and shows that the product then knows it.
 * @param parts only these files and folders
 */
export function copyProject(parts: readonly string[] = SOURCES): ProjectCopy {
  mkdirSync(COPIES, { recursive: true });
  const root = mkdtempSync(join(COPIES, 'copy-'));
  for (const name of parts) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  // The project's own covers only its own folders.
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'preact' } }));
  return {
    root,
    write(file, text) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    },
    remove: (file) => rmSync(join(root, file)),
    generate: () => generate(root, { registries: REGISTRIES.filter(({ folder }) => existsSync(join(root, folder))) }),
    load: (file) => import(/* @vite-ignore */ join(root, file)),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}
