import { browser } from 'wxt/browser';
import { t } from '../i18n';
import { headline } from '../i18n/words/verdict-words';
import type { TodaySnapshot } from '../today/snapshot';

/** Verdicts on the toolbar: a sign and a colour each, with white text. */
const SIGNS = {
  push: { text: '▲', colour: '#00714b' },
  normal: { text: '●', colour: '#0064a8' },
  easy: { text: '▼', colour: '#8a5300' },
  rest: { text: '■', colour: '#a92a47' },
  learning: { text: '', colour: '#4c586f' },
} as const;

/** Shows today's verdict on the icon; shows nothing before there is one. */
export async function showBadge({ readiness, check, world }: TodaySnapshot): Promise<void> {
  const sign = SIGNS[readiness.verdict];
  const demo = world === 'demo';
  const measured = check !== null && !demo && readiness.rule !== 'unreadable';
  const text = readiness.rule === 'learning' ? `${readiness.learned}/${readiness.needed}` : sign.text;
  await Promise.all([
    browser.action.setBadgeText({ text: measured ? text : '' }),
    browser.action.setBadgeBackgroundColor({ color: sign.colour }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title: [t('extName'), ...(demo ? [t('demoChip')] : []), headline(readiness)].join(': ') }),
  ]);
}
