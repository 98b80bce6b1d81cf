import { describe, expect, it } from 'vitest';
import { GattLog, LOG_LINES } from '../../../../lib/devices/inspector/gatt-log';
import { logFileName } from '../../../../lib/devices/inspector/save-text';

const AT = Date.UTC(2026, 4, 4, 6, 40, 12, 5);
const line = (hex: string) => ({
  atMs: AT,
  what: 'notified' as const,
  characteristic: '00002a37-0000-1000-8000-00805f9b34fb',
  hex,
  text: 'hrBpm 60',
});

describe('the log of the inspector', () => {
  it('keeps the last 5,000 lines', () => {
    const log = new GattLog();
    for (let i = 0; i < 3 * LOG_LINES + 7; i++) log.add(line(String(i)));
    expect(log.count).toBe(3 * LOG_LINES + 7);
    expect(log.lines()).toHaveLength(LOG_LINES);
    expect(log.lines()[0]?.hex).toBe(String(2 * LOG_LINES + 7));
    expect(log.newest(3).map(({ hex }) => hex)).toEqual(['15006', '15005', '15004']);
    expect(log.newest(LOG_LINES + 1)).toEqual([...log.lines()].reverse());
  });

  it('becomes a file with one line per entry', () => {
    const log = new GattLog();
    log.add(line('00 3c'));
    log.add({ atMs: AT, what: 'lost', characteristic: null, hex: '', text: null });
    expect(log.text().split('\n')).toEqual([
      'time\tcharacteristic\tevent\thex\tdecoded',
      '2026-05-04T06:40:12.005Z\t2A37\tnotified\t00 3c\thrBpm 60',
      '2026-05-04T06:40:12.005Z\t\tlost\t\t',
      '',
    ]);
    log.clear();
    expect([log.count, log.lines().length, log.newest(9).length]).toEqual([0, 0, 0]);
  });

  it.each([
    ['Polar H10 A1B2', 'rebound-gatt-polar-h10-a1b2-20260504-064012.txt'],
    ['../../etc', 'rebound-gatt-etc-20260504-064012.txt'],
    ['体温', 'rebound-gatt-device-20260504-064012.txt'],
    [null, 'rebound-gatt-device-20260504-064012.txt'],
  ])('%s has a file name that is valid on any system', (name, file) => {
    expect(logFileName(name, AT)).toBe(file);
  });
});
