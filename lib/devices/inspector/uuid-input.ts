import { uuid16 } from '../../bluetooth/uuid';

const BASE = '-0000-1000-8000-00805f9b34fb';

/** Parses any number of UUIDs as people type them: `180D`, `0x180d`, eight digits, or all 32 with or without dashes. */
export function parseUuids(text: string): { readonly uuids: readonly string[]; readonly wrong: readonly string[] } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const read = words.map((word) => ({ word, uuid: fullUuid(word) }));
  return {
    uuids: [...new Set(read.flatMap(({ uuid }) => (uuid === null ? [] : [uuid])))],
    wrong: read.flatMap(({ word, uuid }) => (uuid === null ? [word] : [])),
  };
}

/** "180D" for a UUID of the Bluetooth SIG; otherwise the full UUID. */
export function shortUuid(uuid: string): string {
  return uuid.startsWith('0000') && uuid.endsWith(BASE) ? uuid.slice(4, 8).toUpperCase() : uuid;
}

function fullUuid(word: string): string | null {
  const digits = word.toLowerCase().replace(/^0x/, '');
  if (/^[0-9a-f]{4}$/.test(digits)) return uuid16(Number.parseInt(digits, 16));
  if (/^[0-9a-f]{8}$/.test(digits)) return `${digits}${BASE}`;
  const parts = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/.exec(digits);
  return parts === null ? null : parts.slice(1).join('-');
}
