import { browser } from 'wxt/browser';
import { t } from '../i18n';
import { headline } from '../i18n/words/verdict-words';
import { getStoredSnapshot, type ReboundDatabase } from '../storage';
import type { TodaySnapshot } from '../today/snapshot';
import { readSnapshot } from '../today/write-snapshot';
import { wakeForBadge } from './alarms';

/** Verdicts on the toolbar: a sign and a colour each, with white text. */
const SIGNS = {
  push: { text: '▲', colour: '#00714b' },
  normal: { text: '●', colour: '#0064a8' },
  easy: { text: '▼', colour: '#8a5300' },
  rest: { text: '■', colour: '#a92a47' },
  learning: { text: '', colour: '#4c586f' },
} as const;

/**
 * Shows today's verdict as it is now, and has the background woken when it stops holding. The snapshot that it stores is what the popup
 * shows first.
 */
export async function renewBadge(db: ReboundDatabase, product: string, nowMs: number): Promise<void> {
  await showBadge(await readSnapshot(db, product, nowMs));
  await wakeForBadge((await getStoredSnapshot(db))?.untilMs ?? nowMs, nowMs);
}

/** Shows today's verdict on the icon; shows nothing before there is one. A verdict needs no check: who is ill is ill without one. */
export async function showBadge({ readiness, check, world }: TodaySnapshot): Promise<void> {
  const sign = SIGNS[readiness.verdict];
  const demo = world === 'demo';
  const known = !demo && readiness.rule !== 'unreadable' && (check !== null || readiness.verdict !== 'learning');
  const text = readiness.rule === 'learning' ? `${readiness.learned}/${readiness.needed}` : sign.text;
  await Promise.all([
    browser.action.setBadgeText({ text: known ? text : '' }),
    browser.action.setBadgeBackgroundColor({ color: sign.colour }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title: [t('extName'), ...(demo ? [t('demoChip')] : []), headline(readiness)].join(': ') }),
  ]);
}
