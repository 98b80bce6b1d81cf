import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A place in the project, wherever the command was called from.
 * @param {string[]} parts
 */
export const inProject = (...parts) => join(ROOT, ...parts);
