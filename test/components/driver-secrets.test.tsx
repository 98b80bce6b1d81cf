import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DriverSecrets } from '../../components/app/devices/DriverSecrets';
import { DriverSettings } from '../../components/app/devices/DriverSettings';
import { builtInKinds } from '../../lib/devices/drivers';
import type { KnownDevice } from '../../lib/storage';
import { speakEnglish } from '../support/english';

beforeEach(() => speakEnglish());
afterEach(cleanup);

const kind = (id: string) => {
  const found = builtInKinds.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const row: KnownDevice = {
  id: 'x',
  name: 'X',
  class: 'unknown',
  location: null,
  manufacturer: null,
  model: null,
  firmware: null,
  batteryPct: null,
  lastSeenMs: 0,
};

const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

describe('the secrets that a driver needs', () => {
  it.each([
    ['10:20:30:40:50', 'This is not an address'],
    ['00:00:00:00:00:00', 'All bytes are the same'],
  ])('an address %s shows the error: %s', (text, words) => {
    const save = vi.fn(async () => {});
    render(<DriverSecrets driverKind={kind('hypervolt-2')} row={row} save={save} />);
    type(screen.getByLabelText('Its Bluetooth address'), text);
    expect(screen.getByText(words, { exact: false })).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save: Its Bluetooth address' }).disabled).toBe(true);
  });

  it.each([
    ['zz', 'neither a JSON list of numbers nor hex'],
    ['[1, 2, 300]', 'Number 3 of the list is not a byte'],
    ['01 02', '256 bytes are needed; there are 2.'],
  ])('a table %s shows the error: %s', (text, words) => {
    render(<DriverSecrets driverKind={kind('hypervolt-2')} row={row} save={async () => {}} />);
    type(screen.getByLabelText('Its maker’s table'), text);
    expect(screen.getByText(words, { exact: false })).toBeTruthy();
  });

  it('a valid one is saved as bytes, and the form says so', () => {
    const save = vi.fn(async () => {});
    const { rerender } = render(<DriverSecrets driverKind={kind('hypervolt-2')} row={row} save={save} />);
    expect(screen.getAllByText('Missing')).toHaveLength(2);
    type(screen.getByLabelText('Its Bluetooth address'), '10:20:30:40:50:60');
    fireEvent.click(screen.getByRole('button', { name: 'Save: Its Bluetooth address' }));
    expect(save).toHaveBeenCalledWith({ address: Uint8Array.of(0x10, 0x20, 0x30, 0x40, 0x50, 0x60) });
    rerender(<DriverSecrets driverKind={kind('hypervolt-2')} row={{ ...row, secrets: { address: new Uint8Array(6) } }} save={save} />);
    expect(screen.getAllByText('Missing')).toHaveLength(1);
  });
});

describe('the settings of a driver', () => {
  it('a PIN has as many digits as the maker’s; an empty field means the maker’s', () => {
    const save = vi.fn(async () => {});
    render(<DriverSettings driverKind={kind('jensen-bed')} row={{ ...row, gadgetSettings: { pin: '1111' } }} save={save} />);
    const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save: PIN' });
    const field = screen.getByPlaceholderText('3060');
    expect(button().disabled).toBe(true);
    for (const wrong of ['123', '12345', '12a4']) {
      type(field, wrong);
      expect(button().disabled).toBe(true);
      expect(screen.getByText('4 digits.')).toBeTruthy();
    }
    type(field, '');
    fireEvent.click(button());
    expect(save).toHaveBeenLastCalledWith({ pin: '' });
    type(field, '1234');
    fireEvent.click(button());
    expect(save).toHaveBeenLastCalledWith({ pin: '1234' });
  });
});
