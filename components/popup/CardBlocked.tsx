import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { isBlocked } from '../../lib/browser/blocked-cards';
import { parseUrl } from '../../lib/core/url';
import { t } from '../../lib/i18n';

/** Says on a training page that its policy forbids the card. Nothing on any other page, or where the browser does not tell the address. */
export function CardBlocked() {
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    isHereBlocked().then(setBlocked, (error: unknown) => console.error('the page of the popup', error));
  }, []);
  return blocked ? <small role="note">{t('popupCardBlocked')}</small> : null;
}

async function isHereBlocked(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = parseUrl(tab?.url ?? '');
  return url !== null && isBlocked(url.origin);
}
