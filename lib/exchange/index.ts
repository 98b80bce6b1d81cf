/** File formats, in and out. Pure. To add a format, add a file to `formats/` (docs/adding-a-format.md). */

export { toCsv } from './csv';
export type { FormatId } from './ids';
export { formatName, importExtensions, importFrom, toImportFile } from './import-file';
export type { Imported, ImportedMorning, Importer, ImportFault } from './importer';
