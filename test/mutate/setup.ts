import fc from 'fast-check';
import { beforeEach } from 'vitest';
import { readNumber } from './number';
import { countTurns } from './turns';

// Must not import anything that needs the file system, because it also runs in a document.

// A definition in the configuration does not reach the copies of files.
Object.assign(globalThis, { __HELD_CLOCK__: true });

// One counterexample catches a mutant; shrinking it would take minutes.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

/** The mutants caught by this worker: a setup file is loaded again for each test file, its worker is not. */
const world: typeof globalThis & { caughtMutants?: Set<number> } = globalThis;
world.caughtMutants ??= new Set();
const caught = world.caughtMutants;
const reset = countTurns();

/** The first failing test catches a mutant, so the file's other tests are skipped. */
beforeEach(({ task, skip, onTestFailed }) => {
  reset();
  const number = readNumber(task.file.filepath);
  if (number === null) return;
  if (caught.has(number)) skip();
  onTestFailed(() => {
    caught.add(number);
  });
});
