import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { PlanDetails } from '../../components/plan/PlanDetails';
import { speakEnglish } from '../support/english';
import { anItem } from '../support/plans';

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});
afterEach(cleanup);

const show = (part: Parameters<typeof anItem>[0]) => render(<PlanDetails item={anItem(part)} diet={[]} />).container.textContent;

it('lists the ways that the plan leaves open, with their steps', () => {
  const text = show({ modality: 'local-cold', variant: null, steps: ['ice_cloth'] });
  expect(text).toContain('Possible: ice pack, knee wrap, machine that circulates cold water, spray with menthol or arnica.');
  expect(text).toContain('Spray on healthy skin only.');
});

it('lists none where the plan has chosen, or where there is only one', () => {
  expect(show({ modality: 'active-recovery', variant: 'walk', steps: [] })).not.toContain('Possible');
  expect(show({ modality: 'sauna', variant: null, steps: [] })).not.toContain('Possible');
});
