import type { Source } from './source';

/** The rooms, each allowed to import those before it and itself. `docs/rooms.md` shows the order; docs and CONTRIBUTING explain the rooms. */
export const ROOMS = [
  'core',
  'hrv',
  'recording',
  'training',
  'sites',
  'exchange',
  'bluetooth',
  'readiness',
  'trends',
  'catalogue',
  'planner',
  'simulated',
  'storage',
  'inputs',
  'today',
  'check',
  'i18n',
  'devices',
  'breathing',
  'views',
  'browser',
  'overlay',
  'components',
  'cli',
  'entrypoints',
] as const;

export type Room = (typeof ROOMS)[number];

/** The folders that hold the rooms. */
export const FOLDERS = ['lib', 'components', 'cli', 'entrypoints'];

/** `lib/bluetooth`, except its interface and decoders, uses the browser; a clock and an undo list have changing state. */
const PURE =
  /^lib\/(core\/(?!clock\.|undo\.)|(hrv|recording|training|readiness|trends|catalogue|planner|sites|exchange|simulated)\/|bluetooth\/(services\/|(fault|transport|uuid)\.))/;
/** Files of a room without an index, which others import by name. */
const WITHOUT_INDEX = /^lib\/(core\/|bluetooth\/(fault|transport|uuid)\.)/;
/** The rooms that the command line uses. */
const FOR_COMMAND_LINE: ReadonlySet<Room> = new Set(['inputs', 'today', 'i18n', 'cli']);
/** Packages that a pure room may use, because they only compute. */
const PURE_PACKAGES = new Set(['valibot', 'papaparse']);

/** The room of a path from the root. Throws for a folder of `lib/` that is no room. */
export function toRoom(path: string): Room {
  const [folder, below] = path.split('/');
  const name = folder === 'lib' ? below : folder;
  const room = ROOMS.find((one) => one === name);
  if (room === undefined) throw new Error(`${path} is in no room: add its folder to ROOMS in test/rooms/order.ts`);
  return room;
}

export function isPure(path: string): boolean {
  return PURE.test(path);
}

/** Imports of a room that comes later, as `from -> to`. */
export function findImportsAgainstOrder(sources: readonly Source[]): string[] {
  return findImports(sources, (from, to) => ROOMS.indexOf(toRoom(to)) > ROOMS.indexOf(toRoom(from)));
}

/** Imports by which a pure room would depend on one that is not. */
export function findImpureImports(sources: readonly Source[]): string[] {
  return [
    ...findImports(sources, (from, to) => isPure(from) && !isPure(to)),
    ...findPackages(sources, (from, name) => isPure(from) && !PURE_PACKAGES.has(name)),
  ];
}

/** Imports by which a pure room reaches into another one instead of its index. */
export function findImportsOfInsides(sources: readonly Source[]): string[] {
  return findImports(
    sources,
    (from, to) => isPure(from) && toRoom(from) !== toRoom(to) && !WITHOUT_INDEX.test(to) && !/\/index\.tsx?$/.test(to),
  );
}

/** Imports by the command line of what needs a browser. */
export function findBrowserImportsOfCommandLine(sources: readonly Source[]): string[] {
  return findImports(sources, (from, to) => toRoom(from) === 'cli' && !isPure(to) && !FOR_COMMAND_LINE.has(toRoom(to)));
}

function findImports(sources: readonly Source[], isWrong: (from: string, to: string) => boolean): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.filter(({ ours, to }) => ours && isCode(to) && isWrong(path, to)).map(({ to }) => `${path} -> ${to}`),
  );
}

function findPackages(sources: readonly Source[], isWrong: (from: string, name: string) => boolean): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.filter(({ ours, to }) => !ours && isWrong(path, to)).map(({ to }) => `${path} -> ${to}`),
  );
}

function isCode(path: string): boolean {
  return /\.tsx?$/.test(path);
}
