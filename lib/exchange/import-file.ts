import { ALL_FORMATS } from './all';
import type { FormatId } from './ids';
import type { Imported, Importer, ImportFile, ImportKind, ImportValues } from './importer';

/** Makes a file from bytes, or from typed or pasted text. */
export function toImportFile(content: string | Uint8Array): ImportFile {
  if (typeof content === 'string') return { bytes: new TextEncoder().encode(content), text: content.replace(/^\uFEFF/, '') };
  const [first, second] = content;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return { bytes: content, text: new TextDecoder(encoding).decode(content) };
}

export type ImportResult<Value> =
  | (Extract<Imported<Value>, { ok: true }> & { readonly format: FormatId })
  | Extract<Imported<Value>, { ok: false }>;

/**
 * The format that recognises a file, preferably one that gives what was requested; otherwise the fallback for all other files of that kind.
 */
function findFormat(file: ImportFile, kind: ImportKind, formats: readonly Importer[]): Importer | null {
  const recognised = formats.filter(({ sniff }) => sniff?.(file) === true);
  const fallback = formats.find(({ sniff, gives }) => sniff === null && gives === kind);
  return recognised.find(({ gives }) => gives === kind) ?? recognised[0] ?? fallback ?? null;
}

/**
 * Reads the requested content from a file of any format. A file of a format with other content is a fault, `not-this-format`.
 * @param formats for tests
 */
export function importFrom<Kind extends ImportKind>(
  content: string | Uint8Array,
  kind: Kind,
  formats: readonly Importer[] = ALL_FORMATS,
): ImportResult<ImportValues[Kind]> {
  const file = toImportFile(content);
  const importer = findFormat(file, kind, formats);
  if (importer === null || importer.gives !== kind) {
    const name = file.text.trim() === '' ? 'empty' : 'not-this-format';
    return { ok: false, faults: [{ name }] };
  }
  // The check above ensures the kind, but the type of `read` cannot express it.
  const read = importer.read(file) as Imported<ImportValues[Kind]>;
  return read.ok ? { ...read, format: importer.id } : read;
}

/** The file extensions for the requested content, with their dot, each once. */
export function importExtensions(kind: ImportKind): readonly string[] {
  return [...new Set(ALL_FORMATS.filter(({ gives }) => gives === kind).flatMap(({ extensions }) => extensions))];
}

/** The maker's name for a format; null when it has none. */
export function formatName(id: FormatId): string | null {
  return ALL_FORMATS.find((format) => format.id === id)?.name ?? null;
}
