import type { Day } from '../core/day';
import type { FormatId } from './ids';

/** The seam of the file formats that can be imported: one file for each in `formats/`, each an `Importer`; `all.ts` lists them. */

/** A morning measured elsewhere, without its recording. */
export interface ImportedMorning {
  readonly day: Day;
  readonly rmssdMs: number;
  readonly hrBpm: number | null;
}

/** What a file can give: mornings without their recordings, oldest first, or the RR intervals of one recording. */
export interface ImportValues {
  readonly mornings: readonly ImportedMorning[];
  /** As they stand in the file, in ms or s; NaN where a program wrote "no value". */
  readonly rr: Float64Array;
}
export type ImportKind = keyof ImportValues;

/**
 * Why a file cannot be read. The name says what was expected; `line` counts from 1, `text` is what stands there. The words are in
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

/** A file before anybody knows its format. */
export interface ImportFile {
  readonly bytes: Uint8Array;
  /** Its bytes as UTF-8, or as UTF-16 where they begin with its byte order mark; without the mark. */
  readonly text: string;
}

interface ImporterOf<Kind extends ImportKind> {
  /** Stored with what came from the format: never change it. Declared on a line of its own, which `npm run generate` reads. */
  readonly id: FormatId;
  /** As its maker writes it; null where nobody's program writes it. */
  readonly name: string | null;
  readonly gives: Kind;
  /** Endings of its files, with their dot, for a file picker. */
  readonly extensions: readonly string[];
  /** Whether the content is of this format. Never throws. Null: it takes every file of its kind that no other format recognises. */
  readonly sniff: ((file: ImportFile) => boolean) | null;
  /** All of it, or every fault. Never throws. */
  read(file: ImportFile): Imported<ImportValues[Kind]>;
}
export type Importer = { readonly [Kind in ImportKind]: ImporterOf<Kind> }[ImportKind];

/** What stands in a file, short enough to show in a message. */
export function excerpt(text: string): string {
  return text.slice(0, 40);
}
