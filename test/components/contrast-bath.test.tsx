import { render } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { DiaryRow } from '../../components/app/guided/DiaryRow';
import { DoseFacts } from '../../components/app/guided/DoseFacts';
import { type Equipment, type Modality, toSessionPlan } from '../../lib/catalogue';
import { doseText } from '../../lib/i18n/words/dose-words';
import type { SessionRecord } from '../../lib/storage';
import { hardRun, items, plan } from '../lib/planner/scenario';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';

const skipped = (modality: Modality, anchor: string) =>
  ({ id: `${modality}@${anchor}`, modality, startMs: 0, minutes: 10, outcome: 'skipped', reason: 'no' }) as const;

it.each([
  ['warm-bath', '40–42.5', '80–100'],
  ['sauna', '80–100', '40–42.5'],
] as const)('contrast with a %s: plan, timer and log show the same temperature', (hot, has, hasNot) => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
  const noPlunge = [`s${hardRun.startMs}+`, '2026-05-05', '2026-05-06', '2026-05-07'].map((on) => skipped('cold-water-immersion', on));
  const equipment: readonly Equipment[] = [hot, 'cold-bath'];
  const [item] = items(plan({ activities: [hardRun], equipment, log: noPlunge, plunges: 10 }), 'contrast');
  const session = item === undefined ? null : toSessionPlan(item);
  if (item === undefined || session === null) throw new Error('no contrast in the plan');
  const record: SessionRecord = {
    id: 'r',
    plan: session,
    device: null,
    startedAtMs: item.startMs,
    endedAtMs: item.startMs + 1,
    timeZone: 'UTC',
    day: item.day,
    end: 'finished',
    done: [],
    activeS: 1200,
    demo: false,
  };
  const timer = render(<DoseFacts plan={session} />).container.textContent;
  const diary = render(<DiaryRow db={freshDatabase()} record={record} remove={() => {}} />).container.textContent;
  for (const text of [doseText(item), timer, diary]) {
    expect(text).toContain(has);
    expect(text).not.toContain(hasNot);
    expect(text).toContain('10–15');
    if (text !== timer) expect(text).toMatch(new RegExp(`${has}.*\\(hot\\).*10–15.*\\(cold\\)`));
  }
});
