import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/app/app.css';
import '../../components/app/devices/devices.css';
import { App } from '../../components/app/App';
import { CheckSession } from '../../lib/check/check-session';
import { claimOwnership, waitForOwnership } from '../../lib/check/owner';
import { clock } from '../../lib/clock';
import { carryOut } from '../../lib/devices/carry-out';
import { Inspector } from '../../lib/devices/inspector';
import { KnownStrap } from '../../lib/devices/known-strap';
import { DeviceRegistry } from '../../lib/devices/registry';
import { language } from '../../lib/i18n';
import { answerAsOwner, ask } from '../../lib/messages';
import { markOwnerTab } from '../../lib/open-app';
import { openDatabase } from '../../lib/storage';
import { strapTransport } from '../../lib/transports';
import { shareState } from './share-state';

/** The app tab: makes the parts, once, and hands them to the views. The only place that reaches Web Bluetooth. */
async function main(): Promise<void> {
  document.documentElement.lang = language();
  const root = document.getElementById('root');
  if (root === null) throw new Error('app/index.html has no #root');

  const db = openDatabase();
  const strap = new KnownStrap(clock);
  const session = new CheckSession({
    db,
    clock,
    strap,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId: () => crypto.randomUUID(),
    stored: () => void ask('checks-changed', {}).catch((error: unknown) => console.error(error)),
  });
  const checkRunning = () => ['connecting', 'recording', 'storing'].includes(session.stage.value);
  const release = (id: string) => inspector.release(id);
  const devices = new DeviceRegistry({ db, clock, transport: strapTransport, strap, checkRunning, release });
  const inspector = new Inspector({ transport: strapTransport, clock, take: (id) => devices.disconnect(id) !== 'busy' });
  const leaving = new AbortController();
  addEventListener('pagehide', () => {
    leaving.abort();
    session.leave();
    devices.close();
    inspector.close();
    void ask('app-left', {}).catch(() => {
      // The background answers a page that is no longer there: nobody waits for it.
    });
  });

  const owner = await claimOwnership();
  const view = (owned: boolean) =>
    render(<App db={db} session={session} strap={strap} devices={devices} inspector={inspector} owned={owned} />, root);
  view(owner);
  if (!owner) {
    await waitForOwnership(leaving.signal);
    view(true);
  }
  shareState(session, strap, devices);
  answerAsOwner((command) => carryOut(devices, command));
  await markOwnerTab();
  // Ask the browser not to clear the database when the disk fills up; a refusal changes nothing else.
  await navigator.storage.persist();
}

void main();
