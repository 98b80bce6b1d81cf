/**
 * `npm run size`: the gzipped size of the card's scripts as they are shipped, one for each site. Builds the extension first, and ends with
 * 1 when one is over its limit.
 */
import { build, TARGETS } from './lib/build.mjs';
import { weights } from './lib/weights.mjs';

await build(TARGETS.chrome);
const found = weights(TARGETS.chrome.folder);
process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
process.exitCode = found.some(({ bytes, bar }) => bytes > bar) ? 1 : 0;
