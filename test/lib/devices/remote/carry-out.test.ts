import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { heldClock } from '../../../../lib/core/clock';
import type { DeviceRegistry } from '../../../../lib/devices/links/registry';
import { carryOut } from '../../../../lib/devices/remote/carry-out';
import type { SessionParts } from '../../../../lib/devices/session/start-session';

describe('repeating the last session from another surface', () => {
  it('needs the app after a walk under a heart-rate cap, because a walk needs its guard', async () => {
    const last = { live: false };
    const devices = { controlled: () => ({ id: 'pad' }) } as unknown as DeviceRegistry;
    const deviceSessions = { sessions: signal(new Map([['pad', last]])) };
    const sessions = { deviceSessions, clock: heldClock(0), guards: new WeakMap([[last, {}]]) };
    const parts = { devices, sessions: sessions as unknown as SessionParts, timers: [] };
    expect(await carryOut(parts, { command: 'start', id: 'pad', clickedAtMs: 0 }, () => 0)).toBe('needs-app');
  });
});
