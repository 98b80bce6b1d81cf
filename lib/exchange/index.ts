/** File formats, in and out. Pure. A further format is one more file in `formats/` (docs/adding-a-format.md). */

export { toCsv } from './csv';
export type { FormatId } from './ids';
export { formatName, importExtensions, importFrom, toImportFile } from './import-file';
export type { Imported, ImportedMorning, Importer, ImportFault } from './importer';
