import { render } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { DiaryRow } from '../../components/app/guided/DiaryRow';
import { DoseFacts } from '../../components/app/guided/DoseFacts';
import { type Equipment, toSessionPlan } from '../../lib/catalogue';
import { doseText } from '../../lib/i18n/words/dose-words';
import type { SessionRecord } from '../../lib/storage';
import { hardRun, offered, plan } from '../lib/planner/scenario';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';

it.each([
  ['warm-bath', '38–42', '80–100'],
  ['sauna', '80–100', '38–42'],
] as const)('contrast with a %s: plan, timer and log show the same temperature', (hot, has, hasNot) => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
  const equipment: readonly Equipment[] = [hot, 'cold-bath'];
  const [item] = offered(plan({ activities: [hardRun], equipment, plunges: 10 }), 'contrast');
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
