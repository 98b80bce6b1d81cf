import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/app/app.css';
import { App } from '../../components/app/App';
import { CheckSession } from '../../lib/check/check-session';
import { claimOwnership, waitForOwnership } from '../../lib/check/owner';
import { StrapLink } from '../../lib/check/strap-link';
import { clock } from '../../lib/clock';
import { language } from '../../lib/i18n';
import { ask } from '../../lib/messages';
import { openDatabase } from '../../lib/storage';
import { shareState } from './share-state';

/** The app tab: makes the parts, once, and hands them to the views. The only place that reaches Web Bluetooth. */
async function main(): Promise<void> {
  document.documentElement.lang = language();
  const root = document.getElementById('root');
  if (root === null) throw new Error('app/index.html has no #root');

  const db = openDatabase();
  const strap = new StrapLink(clock);
  const session = new CheckSession({
    db,
    clock,
    strap,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId: () => crypto.randomUUID(),
    stored: () => void ask('checks-changed', {}).catch((error: unknown) => console.error(error)),
  });
  const leaving = new AbortController();
  addEventListener('pagehide', () => {
    leaving.abort();
    session.leave();
    void ask('app-left', {}).catch(() => {
      // The background answers a page that is no longer there: nobody waits for it.
    });
  });

  const owner = await claimOwnership();
  const view = (owned: boolean) => render(<App db={db} session={session} strap={strap} owned={owned} />, root);
  view(owner);
  if (!owner) {
    await waitForOwnership(leaving.signal);
    view(true);
  }
  shareState(session, strap);
  // Ask the browser not to clear the database when the disk fills up; a refusal changes nothing else.
  await navigator.storage.persist();
}

void main();
