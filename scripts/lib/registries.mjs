/**
 * The kinds of thing where adding one takes one file. For each kind, `npm run generate` writes the list of its files, so that nobody keeps it by hand.
 * A new kind is one more entry here.
 *
 * @typedef {object} Registry
 * @property {string} kind What one file is, in words, for messages.
 * @property {string} folder Where the files are.
 * @property {readonly string[]} files Which files count: `*.ts`, `*.json`, or `index.ts` in one folder each (`folder/index.ts`).
 * @property {readonly string[]} [leaveOut] Files and folders of `folder` that are none, by name. Generated files and tests never count.
 * @property {string} exported What each file exports: `default` (also for JSON), `camelCase` (the file's name, as in `trainingPeaks` of
 *   `training-peaks.ts`), or one name that all of them use.
 * @property {Index} [index] The list of all values.
 * @property {Ids} [ids] The list of all ids, without the values, for code that must stay small.
 * @property {PerFile} [perFile] One more file for each.
 *
 * @typedef {object} Index
 * @property {string} output
 * @property {string} name Of the exported constant.
 * @property {string} [type] Of one value; without it the list is `as const`.
 * @property {string} [typeFrom] Where `type` is imported from, as the output writes it.
 * @property {'list' | 'record'} [shape] `record`: by the file's name (`cool-down`); a list otherwise.
 * @property {string} [keyType] Of a record's keys, where it is not `string`; imported from `keyTypeFrom`.
 * @property {string} [keyTypeFrom]
 *
 * @typedef {object} Ids
 * @property {string} output
 * @property {string} name Of the exported constant.
 * @property {string} type Of one id, exported beside it.
 * @property {'file name' | 'id'} from `id`: from the line `  id: '…',` that each file has exactly once.
 *
 * @typedef {object} PerFile
 * @property {(id: string) => string} output
 * @property {(of: { id: string, name: string, path: string }) => string} text `name` is what the file exports, `path` where it is, in the
 *   project and without `.ts`.
 */

/** @type {readonly Registry[]} */
export const REGISTRIES = [
  {
    kind: 'modality',
    folder: 'lib/catalogue/modalities',
    files: ['*.ts'],
    exported: 'camelCase',
    index: { output: 'lib/catalogue/all-modalities.ts', name: 'MODALITY_ENTRIES', shape: 'record' },
  },
  {
    kind: 'routine',
    folder: 'lib/planner/routines',
    files: ['*.ts'],
    exported: 'camelCase',
    index: { output: 'lib/planner/all-routines.ts', name: 'ROUTINE_FILES', shape: 'record' },
  },
  {
    kind: 'file format',
    folder: 'lib/exchange/formats',
    files: ['*.ts'],
    exported: 'camelCase',
    index: { output: 'lib/exchange/all.ts', name: 'ALL_FORMATS', type: 'Importer', typeFrom: './importer' },
    ids: { output: 'lib/exchange/ids/index.ts', name: 'FORMAT_IDS', type: 'FormatId', from: 'id' },
  },
  {
    kind: 'training site',
    folder: 'lib/sites',
    files: ['*.ts'],
    leaveOut: ['index.ts', 'page-data.ts', 'report.ts', 'site.ts', 'template.ts'],
    exported: 'camelCase',
    index: { output: 'lib/sites/all.ts', name: 'ALL_SITES', type: 'TrainingSite', typeFrom: './site' },
    ids: { output: 'lib/sites/ids.ts', name: 'SITE_IDS', type: 'SiteId', from: 'id' },
    perFile: {
      output: (id) => `entrypoints/card-${id}.ts`,
      text: ({ name, path }) => `import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { siteScript } from '../lib/overlay/site-script';
import { ${name} } from '../${path}';

/** The card's content script for this site, registered once the user allows the site (lib/browser/site-scripts.ts). */
export default defineUnlistedScript(() => siteScript(${name}));
`,
    },
  },
  {
    kind: 'table of the database',
    folder: 'lib/storage/tables',
    files: ['*.ts'],
    exported: 'default',
    index: { output: 'lib/storage/all-tables.ts', name: 'ALL_TABLES', type: 'TableDefinition', typeFrom: './table' },
  },
  {
    kind: 'GATT service',
    folder: 'lib/bluetooth/services',
    files: ['*.ts', '*/index.ts'],
    leaveOut: ['index.ts', 'date-time.ts', 'decoded.ts', 'number-format.ts', 'reading.ts', 'service.ts'],
    exported: 'camelCase',
    index: { output: 'lib/bluetooth/services/all.ts', name: 'ALL_SERVICES', type: 'ServiceFile', typeFrom: './service' },
  },
  {
    kind: 'device profile',
    folder: 'lib/devices/profiles',
    files: ['*.json'],
    exported: 'default',
    index: { output: 'lib/devices/profiles/all.ts', name: 'PROFILE_FILES', type: 'unknown' },
  },
];
