import { relative } from 'node:path';
import { createVitest, type TestModule, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import config from '../../vitest.config';
import { FOLDERS } from '../rooms/order';
import { ROOT, readSources, type Source } from '../rooms/source';
import { listMutants, type Mutant } from './mutants';
import { addNumber, readNumber } from './number';
import { mutantPlugin, type NumberedMutant } from './plugin';
import { drawSample, findDependents, findFiles, orderTests } from './select';

export interface Options {
  readonly room: string;
  /** The most mutants to try. */
  readonly sample: number;
  readonly seed: number;
  /** The most test files to try on a mutant, nearest first. */
  readonly tests: number;
  readonly report?: (line: string) => void;
}

export interface Result {
  readonly room: string;
  readonly possible: number;
  readonly tried: number;
  readonly killed: number;
  readonly survived: readonly { readonly file: string; readonly line: number; readonly mutation: string }[];
  /** Test files that fail without a mutant, so they prove nothing. */
  readonly unusable: readonly string[];
  /** Killed of tried, 0 to 1. */
  readonly score: number;
}

/** Mutants in one go. A worker that dies takes no more than these with it. */
const BATCH = 60;
/** Where one round of test files ends and the next begins: most mutants are caught by their first test, and the others are then left out. */
const ROUNDS = [1, 4];
/** Seasons of athletes and databases by the dozen take minutes. A test that runs out of time leaves its world untidy for the next one. */
const SEASONS = /^test\/simulator\/|^test\/lib\/inputs\/agreement\.test\.ts$/;
/** A mutant may wait for something that never happens. */
const TEST_TIMEOUT_MS = 30_000;
/** Slower test files are tried after the quick ones, ms: by then most mutants are caught. */
const SLOW_MS = 3000;

/** Tries the tests on mutants of a room. Throws when the room has no files. */
export async function mutateRoom(options: Options): Promise<Result> {
  const sources = readSources([...FOLDERS, 'test']);
  const possible = findFiles(options.room, sources).flatMap(({ path, text }) => listMutants(path, text));
  if (possible.length === 0) throw new Error(`no code in lib/${options.room}`);
  const mutants = drawSample(possible, options.sample, options.seed).map((mutant) => number(mutant, sources));
  const caught = new Set<number>();
  const vitest = await start(mutants, caught);
  try {
    const specifications = await vitest.globTestSpecifications();
    const plans = mutants.map(({ mutant, dependents }) => chooseTests(mutant, dependents, specifications, options));
    const { unusable, slow } = await tryTests(vitest, plans.flat(), options);
    for (let first = 0; first < mutants.length; first += BATCH) {
      const batch = plans.slice(first, first + BATCH).map((plan, index) =>
        plan
          .filter(({ moduleId }) => !unusable.has(moduleId))
          .sort((a, b) => Number(slow.has(a.moduleId)) - Number(slow.has(b.moduleId)))
          .map(({ project, moduleId }) => project.createSpecification(addNumber(moduleId, first + index))),
      );
      for (const [round, from] of [0, ...ROUNDS].entries()) {
        const left = batch.flatMap((tests, index) => (caught.has(first + index) ? [] : tests.slice(from, ROUNDS[round])));
        if (left.length === 0) continue;
        const { testModules } = await vitest.runTestSpecifications(left);
        noteCaught(testModules, caught);
      }
      options.report?.(`${Math.min(first + BATCH, mutants.length)} of ${mutants.length}: ${caught.size} killed`);
    }
    return summarise(options.room, possible.length, mutants, caught, unusable);
  } finally {
    await vitest.close();
  }
}

function number(mutant: Mutant, sources: readonly Source[]): NumberedMutant {
  return { mutant, dependents: findDependents(mutant.path, sources) };
}

function start(mutants: readonly NumberedMutant[], caught: Set<number>) {
  const { projects = [], ...shared } = config.test ?? {};
  const set = {
    ...shared,
    root: ROOT,
    setupFiles: ['test/support/fixed-seed.ts', 'test/support/own-words.ts', 'test/mutate/setup.ts'],
    testTimeout: TEST_TIMEOUT_MS,
  };
  return createVitest(
    'test',
    {
      config: false,
      root: ROOT,
      watch: false,
      // Sorting by duration would separate the tests of a mutant.
      sequence: { sequencer: InGivenOrder },
      reporters: [{ onTestModuleEnd: (testModule) => noteCaught([testModule], caught) }],
      dangerouslyIgnoreUnhandledErrors: true,
      // Projects that extend a configuration file would not use the plugin.
      projects: projects.filter(isInline).map((project) => ({
        plugins: [WxtVitest(), mutantPlugin(mutants, (one) => caught.has(one))],
        define: config.define ?? {},
        test: { ...set, ...project.test },
      })),
    },
    {},
  );
}

function isInline(project: unknown): project is { test: object } {
  return typeof project === 'object' && project !== null && 'test' in project;
}

class InGivenOrder {
  sort(files: TestSpecification[]) {
    return files;
  }

  shard(files: TestSpecification[]) {
    return files;
  }
}

/** The nearest test files: those of the file's own folder first, then those of its room. */
function chooseTests(
  { path }: Mutant,
  dependents: ReadonlyMap<string, number>,
  specifications: readonly TestSpecification[],
  { tests }: Options,
): TestSpecification[] {
  const usable = specifications.filter(({ moduleId }) => !SEASONS.test(toPath(moduleId)));
  const byPath = new Map(usable.map((one) => [toPath(one.moduleId), one]));
  return orderTests(path, dependents, [...byPath.keys()])
    .slice(0, tests)
    .flatMap((test) => byPath.get(test) ?? []);
}

/** Runs each test file on the unchanged code to find those that fail or are slow. */
async function tryTests(vitest: Awaited<ReturnType<typeof start>>, specifications: readonly TestSpecification[], { report }: Options) {
  const once = [...new Map(specifications.map((one) => [one.moduleId, one])).values()];
  const { testModules } = await vitest.runTestSpecifications(once);
  const unusable = testModules.filter((one) => !one.ok());
  for (const one of unusable) report?.(`unusable: ${toPath(one.moduleId)}: ${firstError(one).split('\n')[0]}`);
  const slow = testModules.filter((one) => one.diagnostic().duration > SLOW_MS);
  const ids = (modules: readonly TestModule[]) => new Set(modules.map(({ moduleId }) => moduleId));
  return { unusable: ids(unusable), slow: ids(slow) };
}

function firstError(testModule: TestModule): string {
  const [failed] = testModule.children.allTests('failed');
  return failed?.result().errors?.[0]?.message ?? testModule.errors()[0]?.message ?? 'no test failed';
}

function noteCaught(testModules: readonly TestModule[], caught: Set<number>): void {
  for (const testModule of testModules) {
    const found = readNumber(testModule.moduleId);
    if (found !== null && !testModule.ok()) caught.add(found);
  }
}

function summarise(
  room: string,
  possible: number,
  mutants: readonly NumberedMutant[],
  caught: ReadonlySet<number>,
  unusable: ReadonlySet<string>,
): Result {
  const survivors = mutants.filter((_, index) => !caught.has(index));
  return {
    room,
    possible,
    tried: mutants.length,
    killed: caught.size,
    survived: survivors.map(({ mutant: { path, line, mutation } }) => ({ file: path, line, mutation })),
    unusable: [...unusable].map(toPath),
    score: caught.size / mutants.length,
  };
}

function toPath(file: string): string {
  return relative(ROOT, file).replaceAll('\\', '/');
}
