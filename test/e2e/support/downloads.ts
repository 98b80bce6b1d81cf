import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What was saved under a name with this ending, once it is there: the browser holds the name with an empty file until all of it has come. */
export async function downloaded(folder: string, ending: string): Promise<Buffer> {
  for (let tries = 0; tries < 500; tries++) {
    const name = (await readdir(folder)).find((one) => one.endsWith(ending));
    const content = name === undefined ? null : await readFile(join(folder, name));
    if (content !== null && content.length > 0) return content;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no file …${ending} arrived; there is ${await readdir(folder)}`);
}
