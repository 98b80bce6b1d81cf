/** File formats, in and out. Pure. */

export { toCsv as csvOf } from './csv';
export type { HistoryEntry, HistoryFault, HistoryFile } from './hrv-history';
export { parseHrvRows } from './hrv-rows';
export { parseHrv4Training } from './hrv4training';
export { parseRrText, type RrText, type RrTextFault } from './rr-text';
