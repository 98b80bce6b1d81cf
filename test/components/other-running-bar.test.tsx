import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OtherRunningBar } from '../../components/running/OtherRunningBar';
import type { DetailedState } from '../../lib/devices/remote/device-state';
import { speakEnglish } from '../support/english';

const { useDeviceStates, send } = vi.hoisted(() => ({
  useDeviceStates: vi.fn<() => readonly DetailedState[]>(),
  send: vi.fn(async () => {}),
}));
vi.mock('../../components/use-devices', () => ({ useDeviceStates, useDeviceCommands: () => ({ problem: null, send }) }));

const BED: DetailedState = {
  id: 'bed',
  name: 'Bed',
  kind: 'recovery',
  state: 'ready',
  batteryPct: null,
  stops: true,
  session: { state: 'running', doing: 'holding', step: 1, steps: 1, endsAtMs: null, leftS: 600 },
  again: false,
  leftRunning: null,
  readings: [],
};

describe('the bar of what runs, outside the app', () => {
  beforeEach(() => {
    speakEnglish();
    send.mockClear();
  });
  afterEach(() => cleanup());
  const pressEscape = () => fireEvent.keyDown(document.body, { key: 'Escape' });

  it.each([
    ['a session', BED],
    ['a device that was left running', { ...BED, state: 'closed', session: null, leftRunning: 'closed' } as const],
  ])('stops everything on Escape while there is %s, and nothing else hears the key', (_, device) => {
    useDeviceStates.mockReturnValue([device]);
    render(<OtherRunningBar hearsEscape />);
    // False: the default action was prevented.
    expect(pressEscape()).toBe(false);
    expect(send).toHaveBeenCalledExactlyOnceWith('stop-all', 'all');
  });

  it('leaves Escape alone while nothing runs, and where the page hears it by itself', () => {
    useDeviceStates.mockReturnValue([{ ...BED, session: null }]);
    render(<OtherRunningBar hearsEscape />);
    expect(pressEscape()).toBe(true);
    cleanup();
    useDeviceStates.mockReturnValue([BED]);
    render(<OtherRunningBar />);
    expect(pressEscape()).toBe(true);
    expect(send).not.toHaveBeenCalled();
  });

  it('has a Stop for each device, and one for all where there are several', () => {
    useDeviceStates.mockReturnValue([BED, { ...BED, id: 'boots', name: 'Boots' }]);
    render(<OtherRunningBar />);
    fireEvent.click(screen.getByRole('button', { name: 'Stop Boots' }));
    expect(send).toHaveBeenLastCalledWith('stop', 'boots');
    fireEvent.click(screen.getByRole('button', { name: 'Stop all' }));
    expect(send).toHaveBeenLastCalledWith('stop-all', 'all');
  });
});
