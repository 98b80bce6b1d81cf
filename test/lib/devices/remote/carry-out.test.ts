import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { DeviceRegistry } from '../../../../lib/devices/links/registry';
import { carryOut } from '../../../../lib/devices/remote/carry-out';
import type { SessionParts } from '../../../../lib/devices/session/start-session';

describe('the last session once more, from another surface', () => {
  it('is for the app where it was a walk under a heart-rate cap: without its guard nothing walks', async () => {
    const last = { live: false };
    const devices = { controlled: () => ({ id: 'pad' }) } as unknown as DeviceRegistry;
    const sessions = { deviceSessions: { sessions: signal(new Map([['pad', last]])) }, guards: new WeakMap([[last, {}]]) };
    expect(await carryOut(devices, sessions as unknown as SessionParts, { command: 'start', id: 'pad' })).toBe('needs-app');
  });
});
