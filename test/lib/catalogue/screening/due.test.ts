import { describe, expect, it } from 'vitest';
import { asksOneTap, screeningDue, VOIDING_TICKS } from '../../../../lib/catalogue';

const DAY = 86_400_000;
const ASKED = Date.UTC(2026, 0, 1);

describe('the health questions', () => {
  it('come first, and are valid for 90 days', () => {
    expect(screeningDue({ answeredAtMs: null, ticks: {} }, ASKED)).toBe('never-asked');
    expect(screeningDue({ answeredAtMs: ASKED, ticks: {} }, ASKED + 90 * DAY)).toBeNull();
    expect(screeningDue({ answeredAtMs: ASKED, ticks: {} }, ASKED + 90 * DAY + 1)).toBe('too-old');
  });

  it.each(VOIDING_TICKS)('are asked again after a tick of %s, and are valid again once answered', (tick) => {
    const ticks = { [tick]: ASKED + 5 * DAY };
    expect(screeningDue({ answeredAtMs: ASKED, ticks }, ASKED + 6 * DAY)).toBe(tick);
    expect(screeningDue({ answeredAtMs: ASKED + 6 * DAY, ticks }, ASKED + 7 * DAY)).toBeNull();
  });

  it('are not kept valid by a clock that is set back', () => {
    expect(screeningDue({ answeredAtMs: ASKED, ticks: {} }, ASKED - 100 * DAY)).toBe('too-old');
  });
});

describe('the question before a session', () => {
  it('comes only before boots and massage, with a device or without', () => {
    expect((['compression', 'percussion', 'massage'] as const).every((one) => asksOneTap({ class: one }))).toBe(true);
    expect((['thermal', 'light', 'belt', 'resistance'] as const).some((one) => asksOneTap({ class: one }))).toBe(false);
    expect([asksOneTap({ modality: 'pneumatic-compression' }), asksOneTap({ modality: 'sauna' })]).toEqual([true, false]);
  });
});
