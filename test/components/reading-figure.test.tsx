import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ReadingFigure } from '../../components/ReadingFigure';
import { clock, type HeldClock } from '../../lib/core/clock';
import { speakEnglish } from '../support/english';

beforeEach(speakEnglish);
afterEach(cleanup);

it('a reading is shown as present for five seconds, and then grey, with its age', async () => {
  const shown = render(<ReadingFigure atMs={clock.now()} words="14.0 °C" />).container;
  const pass = (ms: number) => act(() => (clock as HeldClock).advance(ms));
  await pass(5000);
  expect([shown.textContent, shown.querySelector('.old-figure')]).toEqual(['14.0 °C', null]);
  await pass(3000);
  expect(shown.textContent).toBe('14.0 °C, 0:08 ago');
  expect(shown.querySelector('.old-figure')).not.toBeNull();
  await pass(60_000);
  expect(shown.textContent).toBe('14.0 °C, 1:08 ago');
});
