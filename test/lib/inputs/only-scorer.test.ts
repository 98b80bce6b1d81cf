import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as training from '../../../lib/training';

/** Loads, and which mornings count, are computed in one room. A second computation could give another result. */

const ROOT = join(import.meta.dirname, '../../..');
/** Functions that compute loads, fitness or resting heart rates from rows. */
const SCORERS = [
  'scoreActivity',
  'findHeartRates',
  'heartRateScore',
  'heartRateTimesScore',
  'computeTrimp',
  'trimp',
  'fillLoadDays',
] as const;
const ALLOWED = /^lib\/(training|inputs)\//;

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path));
}

const sources = ['lib', 'cli', 'components', 'entrypoints']
  .flatMap(sourcesIn)
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** Files that call one of the names. */
const callers = (names: readonly string[]) =>
  sources.filter(({ text }) => names.some((name) => new RegExp(`\\b${name}\\b`).test(text))).map(({ path }) => path);

it('the scoring functions are those of lib/training', () => {
  expect(SCORERS.filter((name) => !(name in training))).toEqual([]);
});

it('only lib/inputs and lib/training score a load', () => {
  expect(callers(SCORERS).filter((path) => !ALLOWED.test(path))).toEqual([]);
  expect(callers(SCORERS).some((path) => path.startsWith('lib/inputs/'))).toBe(true);
});

it('only lib/inputs decides which mornings count, except the list of all checks, which shows it for each', () => {
  const allowed = /^lib\/(inputs\/|readiness\/mornings\.ts|check\/history\.ts)/;
  expect(callers(['countedMornings', 'firstTraining']).filter((path) => !allowed.test(path))).toEqual([]);
});
