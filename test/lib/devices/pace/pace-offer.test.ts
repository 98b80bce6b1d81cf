import { describe, expect, it } from 'vitest';
import { heartRateCap, LONGEST_STOP_KMH } from '../../../../lib/devices/pace';
import { paceOffer } from '../../../../lib/devices/pace/pace-offer';

const BELT = { min: 1, max: 12, step: 0.1 };
const PROFILE = { birthYear: 1986, hrMaxBpm: null, hrRestBpm: null };
const offer = (profile: Partial<typeof PROFILE> = {}, heartRate = true, belt = BELT, unread: Parameters<typeof paceOffer>[1] = []) =>
  paceOffer({ ...PROFILE, ...profile }, unread, 2026, { heartRateCap: heartRate }, belt);

describe('a walk under a heart-rate cap', () => {
  it('is offered with the cap from the profile and the range of the belt', () => {
    const made = offer();
    const cap = heartRateCap({ year: 2026, ...PROFILE });
    if (!made.ok || !cap.ok) throw new Error('a birth year is enough');
    expect(made.cap).toEqual(cap.cap);
    expect(made.settings(3)).toEqual({ capBpm: cap.cap.capBpm, maxKmh: 3, beltMinKmh: 1, beltStepKmh: 0.1, heartRateMedicine: false });
  });

  it('is never faster than a stop in time allows, nor than the belt', () => {
    const [fast, slow] = [offer(), offer({}, true, { ...BELT, max: 2 })];
    if (!fast.ok || !slow.ok) throw new Error('a birth year is enough');
    expect([fast.mostKmh, fast.settings(9).maxKmh]).toEqual([LONGEST_STOP_KMH, LONGEST_STOP_KMH]);
    expect([slow.mostKmh, slow.settings(9).maxKmh]).toEqual([2, 2]);
  });

  it('is refused, with a reason, with a medicine that changes the heart rate, or without a cap', () => {
    expect(offer({}, false)).toEqual({ ok: false, why: 'heart-rate-medicine' });
    expect(offer({ birthYear: null } as never)).toEqual({ ok: false, why: 'needs-birth-year-or-maximum' });
    expect(offer({ birthYear: 1800 })).toEqual({ ok: false, why: 'age-out-of-range' });
  });

  it.each(['hrMaxBpm', 'birthYear', 'hrRestBpm'] as const)('is refused while %s cannot be read: the cap could be too high', (field) => {
    expect(offer({ hrMaxBpm: 150 } as never, true, BELT, [field])).toEqual({ ok: false, why: 'profile-unread' });
    expect(offer({}, true, BELT, ['massKg', field])).toEqual({ ok: false, why: 'profile-unread' });
  });

  it('does not wait for fields that the cap does not use', () => {
    expect(offer({}, true, BELT, ['massKg', 'sex', 'lthrBpm']).ok).toBe(true);
  });
});
