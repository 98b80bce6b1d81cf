import type { ConnectionState } from '../../bluetooth/connection';
import type { DeviceKind, KnownDevice } from '../../storage';
import { isLinked, type LiveDevice } from './live-device';

/** One device on the Devices screen: its stored row, its live connection, or both. */
export interface ScreenDevice {
  readonly id: string;
  readonly name: string;
  readonly kind: DeviceKind;
  readonly row: KnownDevice | null;
  readonly live: LiveDevice | null;
  readonly state: ConnectionState;
  readonly linked: boolean;
  readonly batteryPct: number | null;
}

/**
 * Devices that are not stored yet, then stored ones by name, so that no entry moves while the user looks. Null until the database has
 * answered. Reads signals.
 */
export function devicesOnScreen(known: readonly KnownDevice[] | null, live: readonly LiveDevice[]): readonly ScreenDevice[] | null {
  if (known === null) return null;
  const stored = known.map((row) => onScreen(row, live.find(({ id }) => id === row.id) ?? null)).filter((device) => device !== null);
  const fresh = live.filter(({ id, state }) => isLinked(state) && !known.some((row) => row.id === id));
  return [
    ...fresh.map((device) => onScreen(null, device)).filter((device) => device !== null),
    ...stored.sort((a, b) => a.name.localeCompare(b.name)),
  ];
}

function onScreen(row: KnownDevice | null, live: LiveDevice | null): ScreenDevice | null {
  const id = row?.id ?? live?.id;
  if (id === undefined) return null;
  const state = live?.state ?? 'idle';
  return {
    id,
    name: row?.nickname ?? live?.name ?? row?.name ?? id,
    // A machine reports its kind only when connected.
    kind: live !== null && live.kind !== 'machine' ? live.kind : (row?.kind ?? 'strap'),
    row,
    live,
    state,
    linked: isLinked(state),
    batteryPct: live?.batteryPct ?? row?.batteryPct ?? null,
  };
}
