import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { showBadge } from '../../../lib/browser/badge';
import { headline } from '../../../lib/i18n/words/verdict-words';
import { toDaySnapshot } from '../../../lib/today/snapshot';
import type { DayReading } from '../../../lib/today/today';
import { aCheck } from '../../support/checks';
import { speakEnglish } from '../../support/english';
import { judgedBy, RULES } from '../../support/readiness';

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
});

async function badge(rule: (typeof RULES)[number], changes: Partial<DayReading> = {}) {
  const reading = { day: '2026-05-04', world: 'own', readiness: judgedBy(rule), check: aCheck(), ruledOut: null, ...changes } as const;
  await showBadge({ ...toDaySnapshot(reading), next: null, conflicts: [], units: null });
  const [red = 0, green = 0, blue = 0] = await fakeBrowser.action.getBadgeBackgroundColor({});
  return { text: await fakeBrowser.action.getBadgeText({}), title: await fakeBrowser.action.getTitle({}), colour: [red, green, blue] };
}

describe('the badge', () => {
  it('shows verdicts that can be told apart without colour', async () => {
    const signs = [];
    for (const rule of ['in-range', 'below-middle', 'day-low', 'day-and-trend-low'] as const) signs.push((await badge(rule)).text);
    expect(new Set(signs).size).toBe(4);
    expect(signs.every((sign) => sign.length > 0 && sign.length <= 4)).toBe(true);
  });

  it('shows the progress of learning', async () => {
    expect(await badge('learning')).toMatchObject({ text: '3/7', title: 'Rebound: Learning, 3 of 7' });
  });

  it.each([
    ['no check', 'no-check', { check: null }],
    ['one that cannot be read', 'unreadable', {}],
    ['the simulated strap', 'in-range', { world: 'demo' }],
  ] as const)('is empty with %s', async (_, rule, overrides) => {
    expect((await badge(rule, overrides)).text).toBe('');
  });

  it('shows that the user is ill without a check, as the title says', async () => {
    const { text, title } = await badge('ill', { check: null });
    expect(text).toBe('■');
    expect(title).toContain(headline(judgedBy('ill')));
  });

  it('is emptied again on the next day', async () => {
    expect((await badge('in-range')).text).not.toBe('');
    expect(await badge('no-check', { check: null })).toMatchObject({ text: '', title: 'Rebound: No check yet today' });
  });

  /** WCAG 2.2, 1.4.3: 4.5 : 1 for text; the badge’s is white. */
  it.each(RULES)('%s: white is readable on its colour', async (rule) => {
    const { colour } = await badge(rule);
    const [red = 0, green = 0, blue = 0] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    expect(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
