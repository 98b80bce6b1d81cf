import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { devicesAtHand } from '../../../../lib/devices/links/devices-at-hand';
import { itemSessions } from '../../../../lib/devices/session/item-sessions';

describe('devices for an item', () => {
  const kinds: Readonly<Record<string, object | null>> = {
    boots: { disabled: null, capabilities: { class: 'compression' } },
    panel: { disabled: null, capabilities: { class: 'light' } },
    barred: { disabled: 'unsafe', capabilities: { class: 'light' } },
    strap: null,
  };
  const at = (linked: readonly string[]) =>
    devicesAtHand({
      known: signal(Object.keys(kinds).map((id) => ({ id }))),
      findDriverKind: (id: string) => kinds[id] ?? null,
      linked: (id: string) => linked.includes(id),
    } as never).map(({ id }) => id);

  it('are those with an allowed driver, connected ones first', () => {
    expect(at([])).toEqual(['boots', 'panel']);
    expect(at(['panel'])).toEqual(['panel', 'boots']);
  });
});

describe('sessions of items', () => {
  const session = (from: string | null, live: boolean, end: string | null = null, dismissed = false) =>
    ({ plan: { from }, live, view: { end: signal(end), dismissed: signal(dismissed) } }) as const;

  it('are visible while they run, and until they are dismissed when over', () => {
    const all = new Map(
      Object.entries({
        runs: session('red-light@1', true),
        over: session('red-light@2', false, 'finished'),
        seen: session('red-light@3', false, 'finished', true),
        refused: session('red-light@4', false),
        preset: session('panel', true),
        byHand: session(null, true),
      }),
    );
    expect(itemSessions({ sessions: signal(all) } as never).map(({ deviceId }) => deviceId)).toEqual(['runs', 'over']);
  });
});
