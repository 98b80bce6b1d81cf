import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ActivityForm } from '../../components/training/ActivityForm';
import { speakEnglish } from '../support/english';
import { aRun } from '../support/plans';

/** Half past ten and 20 s in the evening in Tokyo. */
const START_MS = Date.parse('2026-05-04T13:30:20Z');

beforeEach(() => speakEnglish());
afterEach(cleanup);

function show(timeZone: string) {
  const save = vi.fn();
  render(<ActivityForm start={aRun(START_MS)} timeZone={timeZone} save={save} cancel={() => {}} />);
  const field = document.querySelector<HTMLInputElement>('input[type="datetime-local"]');
  if (field === null) throw new Error('no field for the start');
  const send = () => fireEvent.submit(screen.getByRole('button', { name: 'Save' }).closest('form') as HTMLFormElement);
  const saved = () => save.mock.calls.map(([{ startMs }]) => new Date(startMs).toISOString());
  return { field, send, saved };
}

it.each([
  ['Asia/Tokyo', '2026-05-04T22:30', '2026-05-04T14:05:00.000Z'],
  ['America/New_York', '2026-05-04T09:30', '2026-05-05T03:05:00.000Z'],
])('a start in %s is shown there, and what is typed means the time there', (zone, shown, moved) => {
  const { field, send, saved } = show(zone);
  expect(field.value).toBe(shown);
  send();
  fireEvent.input(field, { target: { value: '2026-05-04T23:05' } });
  send();
  // An unchanged start keeps its seconds.
  expect(saved()).toEqual(['2026-05-04T13:30:20.000Z', moved]);
});
