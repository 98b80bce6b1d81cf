import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importFrom } from '../lib/exchange';
import { analyse, type DeviceClass, type HrvAnalysis, type SeriesChoice } from '../lib/hrv';
import { speak } from '../lib/i18n';
import { importFaultWords } from '../lib/i18n/words/import-words';
import { qualityReason } from '../lib/i18n/words/verdict-words';
import english from '../public/_locales/en/messages.json';
import { BadInput } from './failure';

const DEVICES = ['chest', 'optical', 'ear', 'ecg'] as const satisfies readonly DeviceClass[];
const SERIES = ['raw', 'one-pass', 'product'] as const satisfies readonly SeriesChoice[];

/** `analyze FILE…`: an object for one file, an array for several, in order. Throws `BadInput`. */
export async function analyze(args: readonly string[]): Promise<unknown> {
  speak('en', english);
  const { files, deviceClass, elapsedS, series } = options(args);
  const documents = await Promise.all(
    files.map(async (file) => document(file, analyse({ rrMs: await intervals(file) }, { deviceClass, elapsedS }, { series }))),
  );
  return documents.length === 1 ? documents[0] : documents;
}

function options(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new BadInput('name at least one file of RR intervals');
  const deviceClass = values.device === undefined ? 'unknown' : requireOneOf('--device', values.device, DEVICES);
  const series = values.series === undefined ? 'product' : requireOneOf('--series', values.series, SERIES);
  const elapsedS = values['elapsed-s'] === undefined ? null : Number(values['elapsed-s']);
  if (elapsedS !== null && !(elapsedS > 0 && Number.isFinite(elapsedS)))
    throw new BadInput('--elapsed-s takes a number of seconds above 0');
  return { files: positionals, deviceClass, series, elapsedS } as const;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { device: { type: 'string' }, 'elapsed-s': { type: 'string' }, series: { type: 'string' } },
    });
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}

function requireOneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new BadInput(`${option} takes one of ${allowed.join(', ')}`);
  return found;
}

async function intervals(file: string): Promise<Float64Array> {
  let content: Uint8Array;
  try {
    // npm starts scripts in the project's folder; INIT_CWD is the user's own.
    content = await readFile(resolve(process.env.INIT_CWD ?? process.cwd(), file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unreadable';
    throw new BadInput(`cannot read ${file} (${code}); give the path of a file with RR intervals`);
  }
  const read = importFrom(content, 'rr');
  if (read.ok) return read.value;
  const [fault] = read.faults;
  const needs = 'it needs one RR interval a line, a table with a column rr, or another format that Rebound imports';
  if ('line' in fault) throw new BadInput(`${file}, line ${fault.line}: ${importFaultWords(fault)}; ${needs}`);
  throw new BadInput(`${file} holds no RR intervals; ${needs}`);
}

/** The output of the command line, field by field. */
function document(file: string, analysis: HrvAnalysis) {
  const { beats, durationS, coveragePct, meanHrBpm, dropped, raw, corrected, artefacts, spectrum, quality } = analysis;
  const { dfaAlpha1, sampleEntropy, respirationPerMin } = analysis;
  return {
    file,
    beats,
    durationS,
    coveragePct,
    meanHrBpm,
    dropped,
    raw,
    corrected,
    artefacts,
    spectrum,
    dfaAlpha1,
    sampleEntropy,
    respirationPerMin,
    quality: { rating: quality.rating, reasons: quality.reasons.map((reason) => ({ code: reason.code, text: qualityReason(reason) })) },
  };
}
