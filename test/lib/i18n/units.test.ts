import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '../../../lib/i18n';
import {
  chooseUnits,
  fluidRangeText,
  fluidText,
  length,
  massMeasure,
  massText,
  speed,
  temperature,
  temperatureMeasure,
  temperatureRange,
  type UnitSystem,
  volumeMeasure,
} from '../../../lib/i18n/units';

beforeEach(() => speak('en-GB', {}));
afterEach(() => chooseUnits(() => null));

/** Between figure and unit the languages have spaces of their own. */
const close = (text: string) => text.replace(/\s/g, '');
const inUnits = (units: UnitSystem | null, region: string) => {
  speak(region, {});
  chooseUnits(() => units);
};
/** One of each: 1 kg, 10 km/h, 50 m, 42.195 km, 25 °C, 1 l. */
const all = () => [massText(1), speed(10), length(50), length(42_195), temperature(25), fluidText(1000)].map(close);

// NIST SP 811: 1 lb is 0.453 592 37 kg, 1 mile 1.609 344 km, 1 ft 0.3048 m, 1 US fl oz 29.573 53 ml; °F is 1.8 °C + 32.
const METRIC = ['1.0kg', '10.0km/h', '50m', '42.2km', '25.0°C'];
const IMPERIAL = ['2.2lb', '6.2mph', '164ft', '26.2mi', '77.0°F'];

describe('measures', () => {
  it.each(['en-GB', 'en-US', 'en-AU', 'en'])('use the chosen units, whatever the region: %s', (region) => {
    inUnits('metric', region);
    expect(all()).toEqual([...METRIC, expect.stringMatching(/^1l$/i)]);
    expect(close(temperatureRange(10, 15))).toBe('10–15°C');
    inUnits('imperial', region);
    expect(all()).toEqual([...IMPERIAL, expect.stringMatching(/^34(US)?floz$/)]);
    expect(close(temperatureRange(10, 15))).toBe('50–59°F');
  });

  it('use the region’s units without a choice, each by itself', () => {
    inUnits(null, 'en-US');
    expect(all().slice(0, 5)).toEqual(IMPERIAL);
    inUnits(null, 'en-AU');
    expect(all().slice(0, 5)).toEqual(METRIC);
    // The roads alone.
    inUnits(null, 'en-GB');
    expect(all().slice(0, 5)).toEqual(['1.0kg', '6.2mph', '164ft', '26.2mi', '25.0°C']);
    // The heat alone.
    inUnits(null, 'en-BS');
    expect(all().slice(0, 5)).toEqual(['1.0kg', '10.0km/h', '50m', '42.2km', '77.0°F']);
  });

  it('use the usual region of a language without a country', () => {
    inUnits(null, 'de');
    expect(close(length(10_000))).toBe('10km');
    inUnits(null, 'en');
    expect(close(length(1609.344))).toBe('1mi');
  });

  it.each([
    ['de-DE', 12_345, '12,3km'],
    ['de-DE', 5432, '5,43km'],
    ['en-US', 5000, '3.11mi'],
    ['en-AU', 999, '999m'],
    ['en-US', 159, '522ft'],
    ['en-US', 161, '0.1mi'],
  ] as const)('%s: %i m', (region, metres, words) => {
    inUnits(null, region);
    expect(close(length(metres))).toBe(words);
  });

  it('a single temperature is not shown as a range', () => {
    expect(close(temperatureRange(39, 39))).toBe('39°C');
    expect(close(temperature(25, 0))).toBe('25°C');
  });

  it('a range of water temperatures', () => {
    expect(close(fluidRangeText(1250, 1500))).toBe('1.25–1.5l');
    chooseUnits(() => 'imperial');
    expect(close(fluidRangeText(1250, 1500))).toMatch(/^42–51(US)?floz$/);
  });
});

describe('input', () => {
  it('has its unit next to it', () => {
    expect([massMeasure(), volumeMeasure(), temperatureMeasure()].map(({ unit }) => close(unit))).toEqual(['kg', 'ml', '°C']);
    inUnits('imperial', 'en-US');
    expect([massMeasure(), volumeMeasure(), temperatureMeasure()].map(({ unit }) => close(unit))).toEqual(['lb', 'floz', '°F']);
  });

  it('is stored in kg, ml and °C', () => {
    chooseUnits(() => 'imperial');
    expect(massMeasure().stored(160)).toBeCloseTo(72.5747792, 6);
    expect(volumeMeasure().stored(20)).toBeCloseTo(591.4706, 3);
    expect(temperatureMeasure().stored(-40)).toBeCloseTo(-40, 9);
    expect(temperatureMeasure().stored(212)).toBeCloseTo(100, 9);
  });

  it('round-trips', () => {
    const measures = [massMeasure, volumeMeasure, temperatureMeasure];
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 5000, noNaN: true }),
        fc.constantFrom(null, 'metric', 'imperial'),
        fc.constantFrom(...measures),
        (value, units: UnitSystem | null, measure) => {
          chooseUnits(() => units);
          expect(measure().stored(measure().shown(value))).toBeCloseTo(value, 6);
        },
      ),
    );
  });
});
