import { beforeEach } from 'vitest';
import { countTurns } from './guard';
import { readNumber } from './plugin';

/** The mutants that a test of this worker caught: a setup file is loaded anew for each test file, its worker is not. */
const world: typeof globalThis & { caughtMutants?: Set<number> } = globalThis;
world.caughtMutants ??= new Set();
const caught = world.caughtMutants;
const reset = countTurns();

/** The first test that fails catches a mutant: the others of the file have nothing to add. */
beforeEach(({ task, skip, onTestFailed }) => {
  reset();
  const number = readNumber(task.file.filepath);
  if (number === null) return;
  if (caught.has(number)) skip();
  onTestFailed(() => {
    caught.add(number);
  });
});
