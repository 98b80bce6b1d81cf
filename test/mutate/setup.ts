import fc from 'fast-check';
import { beforeEach } from 'vitest';
import { readNumber } from './number';
import { countTurns } from './turns';

// Nothing here may import what needs the file system: this file runs in a document as well.

// A definition in the configuration does not reach copies of files.
Object.assign(globalThis, { __HELD_CLOCK__: true });

// One counterexample catches a mutant. Looking for a smaller one takes minutes.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

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
