/** `npm run rooms`: prints which room imports which, with the number of imports, and redraws docs/rooms.md. */
import { writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const [{ readSources }, { FOLDERS }, { countImports, drawRooms, listCounts }] = await Promise.all(
  ['source', 'order', 'draw'].map((name) => tsImport(`../test/rooms/${name}.ts`, import.meta.url)),
);
const counts = countImports(readSources(FOLDERS));
writeFileSync(new URL('../docs/rooms.md', import.meta.url), drawRooms(counts));
process.stdout.write(`${listCounts(counts)}\n`);
