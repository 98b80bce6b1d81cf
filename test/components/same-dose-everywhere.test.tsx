import { signal } from '@preact/signals';
import { cleanup, render } from '@testing-library/preact';
import type { VNode } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { DiaryRow } from '../../components/app/guided/DiaryRow';
import { DoseFacts } from '../../components/app/guided/DoseFacts';
import { GuidedRunning } from '../../components/app/guided/GuidedRunning';
import { LoggedRow } from '../../components/plan/LoggedRow';
import { CATALOGUE, MODALITIES, type SessionPlan, toSessionPlan } from '../../lib/catalogue';
import type { SessionRecord, StoredLogEntry } from '../../lib/storage';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';

/** Plan, timer and log show the same dose. */

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});
afterEach(cleanup);

function session(...[choice]: Parameters<typeof toSessionPlan>): SessionPlan {
  const plan = toSessionPlan(choice);
  if (plan === null) throw new Error('no such dose');
  return plan;
}
const renderText = (element: VNode) => render(element).container.textContent ?? '';

it('the running timer shows the temperature of each step without a thermometer', () => {
  const plan = session({ modality: 'contrast', doseId: 'in-turn', variant: 'sauna' });
  for (const [index, step] of plan.steps.entries()) {
    const timer = {
      plan,
      steps: plan.steps,
      state: signal('paused'),
      stepIndex: signal(index),
      notice: signal(null),
      recordFailed: signal(false),
      uncountedS: signal(0),
      celsius: signal(null),
      stepRemainingS: signal(60),
      remainingS: signal(60),
    };
    const guided = { cue: signal(null), thermometer: signal(null), thermometers: signal([]) };
    const shown = render(<GuidedRunning guided={guided as never} timer={timer as never} />).container;
    expect(shown.querySelector('[data-step-range]')?.textContent ?? null).toBe(
      step.rangeC === undefined ? null : `${step.rangeC.join('–')}°C`,
    );
    cleanup();
  }
});

it('the set-up of one stretch shows minutes, hold and places', () => {
  const text = renderText(
    <DoseFacts plan={session({ modality: 'stretching', doseId: 'after', regions: ['calves', 'quads'], minutes: 12 })} />,
  );
  for (const said of ['12 min', 'each held 15–30 s', 'Calves', 'Thighs, front']) expect(text).toContain(said);
});

it('the set-up of every dose of one stretch shows its minutes', () => {
  const doses = MODALITIES.filter((modality) => CATALOGUE[modality].counts && modality !== 'sleep').flatMap((modality) =>
    CATALOGUE[modality].doses.map(({ id }) => session({ modality, doseId: id, minutes: 11 })),
  );
  const one = doses.filter(({ steps }) => steps.length === 1);
  expect(one.length).toBeGreaterThan(10);
  for (const plan of one) expect(renderText(<DoseFacts plan={plan} />), plan.modality).toContain('11 min');
});

it('the diary counts the pauses as part of the planned length, as the plan does', () => {
  const plan = session({
    modality: 'massage-gun',
    doseId: CATALOGUE['massage-gun'].doses[0]?.id ?? '',
    minutes: 4,
    regions: ['quads', 'calves'],
  });
  expect(plan.steps.some(({ pause }) => pause === true)).toBe(true);
  const record: SessionRecord = {
    id: 'r',
    plan,
    device: null,
    startedAtMs: 0,
    endedAtMs: 240_000,
    timeZone: 'UTC',
    day: '1970-01-01',
    end: 'finished',
    done: [],
    activeS: 225,
    demo: false,
  };
  expect(renderText(<DiaryRow db={freshDatabase()} record={record} remove={() => {}} />)).toContain('of 4:00 with pauses');
});

it.each([
  [{ modality: 'contrast', variant: 'warm-bath', minutes: 20 }, 'Hot and cold in turn, with a warm bath 20 min'],
  [{ modality: 'sleep', minutes: 450 }, '7.5 h of sleep'],
  [{ modality: 'protein', minutes: 5 }, 'Protein '],
  [{ modality: 'stretching', minutes: 0, outcome: 'skipped' }, 'Stretching '],
] as const)('a done item shows its kind and its minutes: %o', (changes, said) => {
  const entry: StoredLogEntry = {
    id: 'own x',
    itemId: 'x',
    world: 'own',
    day: '2026-05-04',
    timeZone: 'UTC',
    startMs: Date.parse('2026-05-04T10:00Z'),
    outcome: 'done',
    reason: null,
    ...changes,
  };
  const text = renderText(<LoggedRow entry={entry} takeBack={() => {}} />);
  expect(text).toContain(said);
  if (said.endsWith(' ')) expect(text).not.toMatch(/\bmin\b/);
});
