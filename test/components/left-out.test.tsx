import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { LeftOutCard } from '../../components/app/plan/LeftOutCard';
import type { Equipment } from '../../lib/catalogue';
import { planFor } from '../../lib/planner';
import { given } from '../lib/planner/scenario';
import { speakEnglish } from '../support/english';

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});
afterEach(cleanup);

const needs = (equipment: readonly Equipment[], modality: string) => {
  const situation = given({ equipment });
  const now = { plan: planFor(situation), day: '2026-05-04', situation };
  const { container } = render(<LeftOutCard now={now as never} />);
  return container.querySelector(`[data-excluded="${modality}"][data-rule="equipment"] small`)?.textContent;
};

it.each([
  [[], 'contrast', 'needs: Sauna or Bathtub, and Cold bath or plunge'],
  [['cold-bath'], 'contrast', 'needs: Sauna or Bathtub'],
  [['sauna'], 'contrast', 'needs: Cold bath or plunge'],
  [[], 'foam-rolling', 'needs: Foam roller or Massage stick'],
  [[], 'ice-compression', 'needs: Ice pack and Compression socks, sleeves or tights'],
] as const)('with %j, lists every alternative that %s needs', (equipment, modality, text) => {
  expect(needs(equipment, modality)).toBe(text);
});
