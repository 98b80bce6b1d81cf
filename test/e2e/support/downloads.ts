import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A saved file whose name ends like this, once it is complete: the browser creates an empty file with that name first. */
export async function downloaded(folder: string, ending: string): Promise<Buffer> {
  for (let tries = 0; tries < 500; tries++) {
    const name = (await readdir(folder)).find((one) => one.endsWith(ending));
    const content = name === undefined ? null : await readFile(join(folder, name));
    if (content !== null && content.length > 0) return content;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no file …${ending} arrived; there is ${await readdir(folder)}`);
}
