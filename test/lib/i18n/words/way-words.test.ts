import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { CATALOGUE, MODALITIES } from '../../../../lib/catalogue';
import { wayNames, waySteps } from '../../../../lib/i18n/words/way-words';
import { speakEnglish } from '../../../support/english';

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});

/** Where every occasion has its own variant, as a meal before and refuelling after, the plan leaves none to the user. */
const isOpen = (modality: (typeof MODALITIES)[number]) => CATALOGUE[modality].windows.some(({ variant }) => variant === undefined);
const open = MODALITIES.filter(isOpen).map((modality) => ({ modality, variant: null }));

describe('the ways to do an item', () => {
  it.each(open)('$modality: each that needs nothing to be ticked has a name of its own', (item) => {
    const ways = CATALOGUE[item.modality].variants.filter(({ equipment }) => equipment === undefined);
    expect(new Set(wayNames(item)).size).toBe(ways.length);
  });

  it('name those of the guides', () => {
    const named = (modality: (typeof MODALITIES)[number]) => wayNames({ modality, variant: null }).join('; ');
    // Fleet Feet: with instruments, cupping, strain-counterstrain, trigger points, soft-tissue work, stretch therapy.
    for (const one of [/soft-tissue/, /instruments/, /cupping/, /strain-counterstrain/, /trigger points/, /stretch therapy/]) {
      expect(named('massage-therapy')).toMatch(one);
    }
    // Running recovery: wraps, circulating machines, sprays with menthol and arnica; Epsom salts. Svetness: yoga.
    for (const one of [/knee wrap/, /circulates/, /menthol.*arnica/]) expect(named('local-cold')).toMatch(one);
    expect(named('warm-bath')).toMatch(/Epsom/);
    expect(named('active-recovery')).toMatch(/walk.*yoga/);
    expect(named('cold-water-immersion')).toMatch(/shower/);
  });

  it('come with the steps of their own', () => {
    expect(waySteps({ modality: 'local-cold', variant: null })).toEqual(['spray_skin']);
    expect(waySteps({ modality: 'cold-water-immersion', variant: null })).toEqual(['shower_legs']);
  });

  it('are none where the plan has chosen one', () => {
    expect(open.length).toBeGreaterThan(20);
    for (const { modality } of open) {
      for (const { id } of CATALOGUE[modality].variants) {
        expect([wayNames({ modality, variant: id }), waySteps({ modality, variant: id })]).toEqual([[], []]);
      }
    }
  });
});
