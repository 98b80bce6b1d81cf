import { describe, expect, it } from 'vitest';
import {
  BREATH_RATES,
  BREATHE_MINUTES,
  classesIn,
  FAMILIES,
  type Family,
  findEntry,
  isModality,
  isPlanned,
  TREATMENT_CLASSES,
  type TreatmentClass,
} from '../../../../lib/catalogue';

it('families name the classes of devices that do the same to the body', () => {
  const classes: Readonly<Partial<Record<Family, readonly TreatmentClass[]>>> = {
    compression: ['compression'],
    massage: ['percussion', 'massage'],
    gun: ['percussion'],
    'by-hand': ['massage'],
    machines: ['belt', 'resistance'],
    'whole-body-cold': ['thermal'],
    cold: ['thermal'],
    heat: ['thermal'],
    light: ['light'],
  };
  for (const family of Object.keys(FAMILIES) as Family[]) expect(classesIn(family), family).toEqual(classes[family] ?? []);
});

it('devices are of seven classes', () => {
  expect(TREATMENT_CLASSES).toEqual(['percussion', 'massage', 'compression', 'thermal', 'light', 'belt', 'resistance']);
});

it('breathing: 4.5 to 6.5 a minute by halves, for 5 to 20 min', () => {
  expect(BREATH_RATES).toEqual([4.5, 5, 5.5, 6, 6.5]);
  expect(BREATHE_MINUTES).toEqual({ least: 5, most: 20 });
});

describe('an entry', () => {
  it('is found by the name of its file, and by nothing else', () => {
    expect(findEntry('sauna')?.modality).toBe('sauna');
    for (const id of ['', 'toString', 'Sauna']) expect([isModality(id), findEntry(id)]).toEqual([false, null]);
  });

  it('is planned where it has a window', () => {
    expect([isPlanned({ windows: [] }), isPlanned({ windows: [{ at: 'night' }] })]).toEqual([false, true]);
  });
});
