import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Limits in gzipped bytes. Every page of a site loads its card's script. */
const BARS = [{ name: /^card-[a-z0-9-]+\.js$/, bar: 14_000 }];

/**
 * What a build puts into pages.
 * @param {string} folder of the build
 */
export function weights(folder) {
  return readdirSync(folder).flatMap((file) => {
    const bar = BARS.find(({ name }) => name.test(file))?.bar;
    return bar === undefined ? [] : [{ file, bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, bar }];
  });
}
