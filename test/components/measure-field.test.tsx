import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MeasureField } from '../../components/app/settings/MeasureField';
import { chooseUnits, massMeasure, temperatureMeasure } from '../../lib/i18n/units';
import { speakEnglish } from '../support/english';

beforeEach(() => speakEnglish());
afterEach(() => {
  cleanup();
  chooseUnits(() => null);
});

const show = (measure: ReturnType<typeof massMeasure>, value: number | null, limits: readonly [number, number], integer = false) => {
  const change = vi.fn();
  render(<MeasureField label="Mass" measure={measure} value={value} limits={limits} integer={integer} change={change} />);
  const field = screen.getByRole<HTMLInputElement>('spinbutton');
  const type = (text: string) => {
    field.value = text;
    fireEvent.change(field);
  };
  return { field, type, change };
};

describe('a field with a unit', () => {
  it('is shown and typed in pounds, and stored in kilograms', () => {
    chooseUnits(() => 'imperial');
    const { field, type, change } = show(massMeasure(), 72.39, [25, 300]);
    // 1 lb is 0.45359237 kg: 25 kg are 55.1 lb, 300 kg are 661.4.
    expect([field.value, field.min, field.max]).toEqual(['159.6', '56', '661']);
    type('160');
    expect(change.mock.calls).toEqual([[72.57]]);
    type('662');
    expect(change.mock.calls.length).toBe(1);
    type('');
    expect(change.mock.calls.at(-1)).toEqual([null]);
  });

  it('shows the stored value in kilograms', () => {
    chooseUnits(() => 'metric');
    const { field, type, change } = show(massMeasure(), 72.4, [25, 300]);
    expect([field.value, field.min, field.max]).toEqual(['72.4', '25', '300']);
    type('70.3');
    expect(change.mock.calls).toEqual([[70.3]]);
  });

  it('keeps whole degrees as they were typed', () => {
    chooseUnits(() => 'imperial');
    const first = show(temperatureMeasure(), null, [-20, 45], true);
    expect([first.field.min, first.field.max]).toEqual(['-4', '113']);
    for (let degrees = -4; degrees <= 113; degrees++) {
      first.type(`${degrees}`);
      const stored = first.change.mock.calls.at(-1)?.[0] as number;
      expect(Math.round(temperatureMeasure().shown(stored))).toBeCloseTo(degrees, 9);
      expect(stored >= -20 && stored <= 45).toBe(true);
    }
  });
});
