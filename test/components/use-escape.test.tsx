import { fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onEscape } from '../../components/app/devices/use-escape';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.restoreAllMocks();
});
const stopWith = (stop: () => unknown) => ends.push(onEscape(stop));
const press = (key = 'Escape') => fireEvent.keyDown(document.body, { key });

describe('Escape', () => {
  it('calls every stop of the page, also when an earlier one has used the key up or failed', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const stops = [
      vi.fn(() => true),
      vi.fn(() => {
        throw new Error('broken');
      }),
      vi.fn(),
    ];
    stops.forEach(stopWith);
    expect(press()).toBe(false);
    expect(stops.map((stop) => stop.mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('is heard by nothing else while something uses it, and by everything while nothing does', () => {
    const other = vi.fn();
    const element = document.body.appendChild(document.createElement('input'));
    element.addEventListener('keydown', other);
    let runs = true;
    stopWith(() => runs);
    fireEvent.keyDown(element, { key: 'Escape' });
    expect(other).not.toHaveBeenCalled();
    runs = false;
    fireEvent.keyDown(element, { key: 'Escape' });
    expect(other).toHaveBeenCalledOnce();
    element.remove();
  });

  it('is no other key, and is forgotten with the last stop', () => {
    const stop = vi.fn(() => true);
    stopWith(stop);
    expect(press('Enter')).toBe(true);
    for (const end of ends.splice(0)) end();
    expect([press(), stop.mock.calls.length]).toEqual([true, 0]);
  });
});
