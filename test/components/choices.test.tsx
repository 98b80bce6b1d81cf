import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Choices } from '../../components/app/Choices';

afterEach(cleanup);

const options = [
  { value: 'lying', label: 'Lying' },
  { value: 'sitting', label: 'Sitting' },
] as const;

describe('a choice of a few', () => {
  it('is a named group of radio buttons with one selected', () => {
    render(<Choices legend="Posture" name="posture" options={options} value="sitting" choose={() => {}} hint="Keep to one." />);
    expect(screen.getByRole('group', { name: 'Posture' })).toBeTruthy();
    const radios = screen.getAllByRole<HTMLInputElement>('radio');
    expect(radios.map(({ checked, name }) => [checked, name])).toEqual([
      [false, 'posture'],
      [true, 'posture'],
    ]);
    expect(screen.getByText('Keep to one.')).toBeTruthy();
  });

  it('reports the selected option', () => {
    const choose = vi.fn();
    render(<Choices legend="Posture" name="posture" options={options} value="sitting" choose={choose} />);
    fireEvent.click(screen.getByLabelText('Lying'));
    expect(choose.mock.calls).toEqual([['lying']]);
  });
});
