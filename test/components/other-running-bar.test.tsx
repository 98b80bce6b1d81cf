import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceRemote } from '../../components/DeviceRemote';
import { OtherRunningBar } from '../../components/running/OtherRunningBar';
import type { DetailedState } from '../../lib/devices/remote/device-state';
import type { TimerState } from '../../lib/devices/remote/host-timer';
import type { CommandOutcome } from '../../lib/devices/remote/schema';
import { speakEnglish } from '../support/english';

const { running, send, orderDevice } = vi.hoisted(() => {
  // Files share their modules: what another file has loaded would not get the mocks.
  vi.resetModules();
  return {
    running: { devices: [] as readonly DetailedState[], timers: [] as readonly TimerState[] },
    send: vi.fn(async () => {}),
    orderDevice: vi.fn(async (_command: object): Promise<CommandOutcome> => 'accepted'),
  };
});
vi.mock('../../components/use-devices', () => ({ useRunning: () => running, useDeviceCommands: () => ({ problem: null, send }) }));
vi.mock('../../lib/browser/order-device', () => ({ orderDevice }));

// Nor may another file get them.
afterAll(() => void vi.resetModules());

const STOP_ALL = [{ command: 'stop-all', id: 'all' }] as const;
const runs = (devices: readonly DetailedState[], timers: readonly TimerState[] = []) => Object.assign(running, { devices, timers });

const BED: DetailedState = {
  id: 'bed',
  name: 'Bed',
  kind: 'recovery',
  state: 'ready',
  batteryPct: null,
  stops: true,
  session: { state: 'running', doing: 'holding', step: 1, steps: 1, endsAtMs: null, leftS: 600 },
  tested: false,
  again: false,
  leftRunning: null,
  unrest: null,
  readings: [],
};

const BREATHING: TimerState = {
  id: 'timer:breathing',
  name: 'Breathing',
  address: '#breathe',
  state: 'paused',
  endsAtMs: null,
  leftS: 125,
};

describe('the bar of what runs, outside the app', () => {
  beforeEach(() => {
    speakEnglish();
    send.mockClear();
    orderDevice.mockClear();
    orderDevice.mockResolvedValue('accepted');
  });
  afterEach(() => cleanup());
  const pressEscape = () => fireEvent.keyDown(document.body, { key: 'Escape' });

  it.each<[string, readonly DetailedState[], readonly TimerState[], string]>([
    ['a session', [BED], [], 'Stopped: Bed.'],
    ['a device that was left running', [{ ...BED, state: 'closed', session: null, leftRunning: 'closed' }], [], 'Stopped: Bed.'],
    ['a conformance test', [{ ...BED, session: null, tested: true }], [], 'Stopped: Bed.'],
    ['breathing', [], [BREATHING], 'Stopped: Breathing.'],
    ['a session and breathing', [BED], [BREATHING], 'Stopped: Bed and Breathing.'],
  ])('stops everything on Escape while there is %s, says so, and nothing else hears the key', async (_, devices, timers, said) => {
    runs(devices, timers);
    render(<OtherRunningBar hearsEscape />);
    // False: the default action was prevented.
    expect(pressEscape()).toBe(false);
    expect(orderDevice.mock.calls).toEqual([STOP_ALL]);
    expect((await screen.findByText(said)).closest('[data-stop-toast]')?.getAttribute('data-stop-toast')).toBe('accepted');
  });

  it('says what may still run where the app did not answer, and that it is connecting for a device without a link', async () => {
    runs([BED], [BREATHING]);
    orderDevice.mockResolvedValue('failed');
    render(<OtherRunningBar hearsEscape />);
    pressEscape();
    await screen.findByText(
      'The stop did not reach everything: Bed. Stop it on the device itself. The app did not answer. It may still be running: Breathing.',
    );
    orderDevice.mockResolvedValue('stop-pending');
    pressEscape();
    const said = await screen.findByText(/^Bed: not connected\./);
    expect(said.textContent).toMatch(/Stopped: Breathing\.$/);
    expect(said.closest('[role="alert"]')).not.toBeNull();
  });

  it('leaves Escape alone while nothing runs, and where the page hears it by itself', () => {
    runs([{ ...BED, session: null }]);
    render(<OtherRunningBar hearsEscape />);
    expect(pressEscape()).toBe(true);
    cleanup();
    runs([BED], [BREATHING]);
    render(<OtherRunningBar />);
    expect(pressEscape()).toBe(true);
    expect(orderDevice).not.toHaveBeenCalled();
  });

  it('has a Stop for a device under test, with what it does', () => {
    runs([{ ...BED, session: null, tested: true }]);
    render(<OtherRunningBar />);
    expect(document.querySelector('[data-running="Bed"]')?.textContent).toBe('Bed Conformance testStop');
    fireEvent.click(screen.getByRole('button', { name: 'Stop Bed' }));
    expect(send).toHaveBeenLastCalledWith('stop', 'bed');
  });

  it.each([
    ['no-stop', ['It is off']],
    ['stop-known', ['Stop', 'It is off']],
  ] as const)('asks about what the inspector wrote, with a Stop only where one is known: %s', (written, buttons) => {
    const timer: TimerState = { ...BREATHING, id: 'timer:inspector', name: 'Bed', state: 'running', leftS: null, written };
    runs([], [timer]);
    render(<OtherRunningBar hearsEscape />);
    screen.getByText('The inspector wrote to Bed: it may move.');
    expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual(buttons);
    fireEvent.click(screen.getByText('It is off'));
    expect(send).toHaveBeenLastCalledWith('is-off', 'timer:inspector');
    expect(pressEscape()).toBe(false);
  });

  it('says each in one line where several stand, whatever they are, with one Stop for all before them', () => {
    const unrest = { refused: 'not-now', reports: [{ what: 'pressure', zone: 'chamber-1', value: 60, unit: 'mmHg' }] } as const;
    const device = (id: string, change: Partial<DetailedState>): DetailedState => ({ ...BED, id, name: id, session: null, ...change });
    const written: TimerState = { ...BREATHING, id: 'timer:inspector', name: 'Pad', state: 'running', leftS: null, written: 'no-stop' };
    const kinds: DetailedState[] = [
      device('Belt', { leftRunning: 'closed' }),
      device('Gun', { tested: true }),
      device('Boots', { unrest: { ...unrest, reports: [...unrest.reports] } }),
    ];
    const says = () => document.querySelector('.running-bar')?.textContent ?? '';
    for (const one of kinds) {
      runs([one]);
      render(<OtherRunningBar />);
      expect(document.querySelector('[data-stop-all]')).toBeNull();
      cleanup();
    }
    runs(kinds, [written]);
    render(<OtherRunningBar />);
    // Each button names its device to a screen reader, and begins with what it says on screen.
    for (const button of screen.getAllByRole('button').slice(1)) {
      expect(button.getAttribute('aria-label')).toMatch(/Belt|Gun|Boots|Pad/);
      expect(button.getAttribute('aria-label')?.startsWith(button.textContent ?? '')).toBe(true);
    }
    expect(document.querySelector('.running-bar button')?.textContent).toBe('Stop all');
    expect(document.querySelectorAll('.running-line')).toHaveLength(4);
    // What did not stop stands first, and how it is is said where it stands alone.
    expect(document.querySelector('.running-line')?.textContent).toMatch(/^Boots did not stop/);
    expect(says()).not.toContain('60 mmHg');
    fireEvent.click(screen.getByRole('button', { name: 'Stop all' }));
    expect(send).toHaveBeenLastCalledWith('stop-all', 'all');
  });

  it('has a Stop for each that runs, and one for all where there are several; Escape stands on the one that does the same', () => {
    runs([BED], [BREATHING]);
    render(<OtherRunningBar />);
    const keys = () => screen.getAllByRole('button').map((one) => [one.textContent, one.getAttribute('aria-keyshortcuts')]);
    expect(keys()).toEqual([
      ['Stop all', 'Escape'],
      ['Stop', null],
      ['Stop', null],
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Stop Bed' }));
    expect(send).toHaveBeenLastCalledWith('stop', 'bed');
    fireEvent.click(screen.getByRole('button', { name: 'Stop Breathing' }));
    expect(send).toHaveBeenLastCalledWith('stop', 'timer:breathing');
    expect(document.querySelector('[data-running="Breathing"]')?.textContent).toBe('Breathing Paused2:05Stop');
    fireEvent.click(screen.getByRole('button', { name: 'Stop all' }));
    expect(send).toHaveBeenLastCalledWith('stop-all', 'all');
    cleanup();
    runs([], [BREATHING]);
    render(<OtherRunningBar />);
    expect(keys()).toEqual([['Stop', 'Escape']]);
  });

  it('says once, large, that a device did not stop: in its card where there is one, with a Stop in the bar', () => {
    const said = () => screen.queryAllByText('Bed did not stop: switch it off at the device.').length;
    const moves = { ...BED, unrest: { refused: null, reports: [{ what: 'running' as const, zone: null, value: 1, unit: null }] } };
    runs([moves]);
    const both = (card: boolean) => (
      <>
        <OtherRunningBar />
        {card && <DeviceRemote device={moves} />}
      </>
    );
    const { rerender } = render(both(false));
    expect([said(), document.querySelectorAll('.running-bar .unrest').length]).toEqual([1, 1]);
    rerender(both(true));
    expect([said(), document.querySelectorAll('.running-bar .unrest').length]).toEqual([1, 0]);
    expect(document.querySelector('.running-bar')?.textContent).toBe('Bed Not stoppedStop');
    fireEvent.click(screen.getAllByRole('button', { name: 'Stop Bed' })[0] as HTMLElement);
    expect(send).toHaveBeenLastCalledWith('stop', 'bed');
    rerender(both(false));
    expect([said(), document.querySelectorAll('.running-bar .unrest').length]).toEqual([1, 1]);
  });
});
