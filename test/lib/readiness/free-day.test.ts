import { describe, expect, it } from 'vitest';
import { findFreeDay } from '../../../lib/readiness';

const TODAY = '2026-05-04';

describe('a day to move a session to', () => {
  it('is the first one without a session, an event or a rest day', () => {
    const event = { kind: 'race', day: '2026-05-06', atMs: Date.UTC(2026, 4, 6, 9) } as const;
    expect(findFreeDay([{ day: '2026-05-05' }], [event], TODAY, '2026-05-11', ['2026-05-07'])).toBe('2026-05-08');
    expect(findFreeDay([{ day: '2026-05-05' }], [event], TODAY, '2026-05-07', ['2026-05-07'])).toBeNull();
  });
});
