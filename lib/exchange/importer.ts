import type { Day } from '../core/day';
import type { FormatId } from './ids';

/** The interface of importable file formats. Each is one file in `formats/` that exports an `Importer`; `all.ts` lists them. */

/** A morning measured elsewhere, without its recording. */
export interface ImportedMorning {
  readonly day: Day;
  readonly rmssdMs: number;
  readonly hrBpm: number | null;
}

/** What a file can contain: mornings without their recordings, oldest first, or the RR intervals of one recording. */
export interface ImportValues {
  readonly mornings: readonly ImportedMorning[];
  /** As in the file, in ms or s; NaN where a program wrote "no value". */
  readonly rr: Float64Array;
}
export type ImportKind = keyof ImportValues;

/**
 * Why a file cannot be read. The code says what was expected; `line` counts from 1; `text` is the text found there. The messages are in
 * `lib/i18n/words/import-words.ts`.
 */
export type ImportFault =
  | { readonly name: 'empty' }
  | { readonly name: 'not-this-format' }
  | {
      readonly name: 'row' | 'date' | 'too-early' | 'rmssd' | 'resting-hr' | 'day-once' | 'interval' | 'end-of-quote';
      readonly line: number;
      readonly text: string;
    };

export type Imported<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly [ImportFault, ...ImportFault[]] };

/** A file whose format is not known yet. */
export interface ImportFile {
  readonly bytes: Uint8Array;
  /** Its bytes as UTF-8, or as UTF-16 if they begin with that byte order mark; without the mark. */
  readonly text: string;
}

interface ImporterOf<Kind extends ImportKind> {
  /** Stored with imported data, so never change it. Declare it on its own line, because `npm run generate` reads it. */
  readonly id: FormatId;
  /** The maker's spelling; null for a format that belongs to no program. */
  readonly name: string | null;
  readonly gives: Kind;
  /** Its file extensions, with their dot, for a file picker. */
  readonly extensions: readonly string[];
  /** Whether the content is of this format. Never throws. Null: accepts every file of its kind that no other format recognises. */
  readonly sniff: ((file: ImportFile) => boolean) | null;
  /** All values, or every fault. Never throws. */
  read(file: ImportFile): Imported<ImportValues[Kind]>;
}
export type Importer = { readonly [Kind in ImportKind]: ImporterOf<Kind> }[ImportKind];

/** Text from a file, shortened for a message. */
export function excerpt(text: string): string {
  return text.slice(0, 40);
}
