import { describe, expect, it } from 'vitest';
import { Click, findClickAge } from '../../../../lib/devices/safety/click';
import { NOON } from '../session/set-up';

describe('a click', () => {
  it('starts one session, not two', () => {
    const click = Click.from('popup', NOON);
    expect([click.spend(NOON), click.spend(NOON)]).toEqual([true, false]);
  });

  it.each([
    [0, true],
    [5000, true],
    [5001, false],
    // The wall clock may be set back between the click and the start.
    [-5000, true],
    [-5001, false],
  ])('is valid for five seconds: %d ms later, %s', (laterMs, good) => {
    expect(Click.from('card', NOON).spend(NOON + laterMs)).toBe(good);
  });

  it('that came too late stays invalid', () => {
    const click = Click.from('card', NOON);
    expect([click.spend(NOON + 6000), click.spend(NOON)]).toEqual([false, false]);
  });

  it('made by a script does not count', () => {
    expect(Click.of({ isTrusted: false }, NOON)).toBeNull();
    expect(Click.of({ isTrusted: true }, NOON)?.spend(NOON)).toBe(true);
  });

  it('counts from when the user made it, however late the page delivers it', () => {
    const madeAgo = (ms: number) => ({ isTrusted: true, timeStamp: performance.now() - ms });
    expect(Click.of(madeAgo(5500), NOON)).toBeNull();
    const click = Click.of(madeAgo(3000), NOON);
    expect([click?.holds(NOON), click?.spend(NOON + 2500), click?.holds(NOON)]).toEqual([true, false, false]);
    // What the page says of the future, or of a script, is no age.
    expect([findClickAge(madeAgo(-1000)), findClickAge({ isTrusted: false, timeStamp: 0 })]).toEqual([0, null]);
    expect(findClickAge(madeAgo(20_000))).toBeGreaterThanOrEqual(20_000);
  });

  it('knows where it was made', () => {
    expect([Click.of({ isTrusted: true }, NOON)?.surface, Click.from('shortcut', NOON).surface]).toEqual(['app', 'shortcut']);
  });
});
