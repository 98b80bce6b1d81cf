import type { Source } from './source';

const MEDIAN_LINES = 60;
const MOST_LINES = 250;
/** How the first comment of a file above the limit begins, or one of its sentences. */
const REASON = 'One long file, because ';

/** Files above 250 lines whose opening comment gives no reason, with their length. */
export function findLongFiles(sources: readonly Source[]): string[] {
  return sources
    .filter(({ lines, text }) => lines > MOST_LINES && !readOpeningComment(text).includes(REASON))
    .map(({ path, lines }) => `${path}: ${lines}`);
}

/** Folders whose files have more than 60 lines in the middle, with that length. */
export function findLongFolders(sources: readonly Source[], folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const lines = sources.filter(({ path }) => path.startsWith(`${folder}/`)).map((source) => source.lines);
    const middle = lines.sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;
    return middle > MEDIAN_LINES ? [`${folder}: ${middle}`] : [];
  });
}

function readOpeningComment(text: string): string {
  return /^\s*(?:\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*\n)+)/.exec(text)?.[0].replace(/\s*\n\s*(\*|\/\/)?\s*/g, ' ') ?? '';
}
