import { expect, it } from 'vitest';
import { readHistory } from '../../components/app/history-import/read-history';

const TODAY = '2026-05-10';

it('reads rows as typed, and an export as its program’s', () => {
  expect(readHistory('2026-05-04, 62, 49\n2026-05-05, 60', TODAY)).toEqual({
    ok: true,
    source: 'typed',
    entries: [
      { day: '2026-05-04', rmssdMs: 62, hrBpm: 49 },
      { day: '2026-05-05', rmssdMs: 60, hrBpm: null },
    ],
  });
  const exported = readHistory('date, HR, rMSSD,\n2026-05-04, 49, 62,\n', TODAY);
  expect(exported).toMatchObject({ ok: true, source: 'hrv4training', entries: [{ day: '2026-05-04', rmssdMs: 62, hrBpm: 49 }] });
});

it('refuses mornings after today', () => {
  expect(readHistory('2026-05-10, 62\n2026-05-11, 60', TODAY)).toEqual({
    ok: false,
    faults: [{ name: 'future', line: null, text: '2026-05-11' }],
  });
});

it('names a line that it cannot read', () => {
  expect(readHistory('2026-05-04, 62\n2026-05-05, lots', TODAY)).toMatchObject({
    ok: false,
    faults: [{ name: 'rmssd', line: 2, text: 'lots' }],
  });
});
