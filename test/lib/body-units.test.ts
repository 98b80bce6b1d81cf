import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fluidRangeText, fluidText, kgOf, massIn, massText, mlOf, unitNames, unitSystem } from '../../lib/body-units';
import { speak } from '../../lib/i18n';

beforeAll(() => speak('en-GB', {}));

/** Between figure and unit the languages have spaces of their own. */
const close = (text: string) => text.replace(/\s/g, '');

describe('body mass and water', () => {
  it('are kg and litres, or lb and fluid ounces', () => {
    // NIST SP 811: 1 lb is 0.453 592 37 kg, 1 US fl oz 29.573 53 ml.
    expect(kgOf(160, 'imperial')).toBeCloseTo(72.5747792, 6);
    expect(mlOf(20, 'imperial')).toBeCloseTo(591.4706, 3);
    expect(close(massText(72.4, 'metric'))).toBe('72.4kg');
    expect(close(massText(72.4, 'imperial'))).toBe('159.6lb');
    expect(close(fluidText(1250, 'metric'))).toBe('1.25l');
    expect(close(fluidText(1250, 'imperial'))).toMatch(/^42(US)?floz$/);
    expect(close(fluidRangeText(1250, 1500, 'metric'))).toBe('1.25–1.5l');
    expect(unitNames('metric')).toEqual({ mass: 'kg', volume: 'ml' });
  });

  it('go there and back', () => {
    fc.assert(
      fc.property(fc.double({ min: 25, max: 300, noNaN: true }), fc.constantFrom('metric' as const, 'imperial' as const), (kg, system) => {
        expect(kgOf(massIn(kg, system), system)).toBeCloseTo(kg, 9);
      }),
    );
  });

  it('follow the choice, else the region', () => {
    expect(unitSystem(null)).toBe('metric');
    expect(unitSystem('imperial')).toBe('imperial');
    speak('en-US', {});
    expect(unitSystem(null)).toBe('imperial');
    expect(unitSystem('metric')).toBe('metric');
    speak('en-GB', {});
  });
});
