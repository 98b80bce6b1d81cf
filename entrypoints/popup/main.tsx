import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/controls.css';
import '../../components/popup/popup.css';
import { Popup } from '../../components/popup/Popup';
import { dayOf } from '../../lib/day';
import { firstGlance } from '../../lib/first-glance';
import { language } from '../../lib/i18n';
import { chooseUnits } from '../../lib/units';

/** Today at a glance. Reads the database itself: waking the background first would cost more than the whole popup. */
async function main(): Promise<void> {
  document.documentElement.lang = language();
  const root = document.getElementById('root');
  if (root === null) throw new Error('popup/index.html has no #root');
  const now = Date.now();
  const first = await firstGlance('rebound', browser.runtime.getManifest().version, dayOf(now), now).catch((error: unknown) => {
    console.error('digest', error);
    return null;
  });
  chooseUnits(() => first?.units ?? null);
  render(<Popup first={first} />, root);
}

void main();
