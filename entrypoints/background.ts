import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { followAlarms, PLAN_ALARM } from '../lib/browser/alarms';
import { renewBadge } from '../lib/browser/badge';
import { cardAnswers } from '../lib/browser/card-answers';
import { followNotification, notifyOfClosing } from '../lib/browser/closing-notification';
import { coalesced } from '../lib/browser/coalesced';
import { commandOwner } from '../lib/browser/command-owner';
import { followBadge } from '../lib/browser/follow-badge';
import { answerMessages } from '../lib/browser/messages';
import { openApp } from '../lib/browser/open-app';
import { syncSites } from '../lib/browser/site-scripts';
import { stopByShortcut } from '../lib/browser/stop-by-shortcut';
import { settleIfFree } from '../lib/check/recover';
import { openDatabase, setSetting } from '../lib/storage';

/** Routes messages and keeps the badge up to date. The browser may end it at any moment, so it keeps nothing important in memory. */
export default defineBackground(() => {
  const db = openDatabase();
  const product = browser.runtime.getManifest().version;
  // A message and the database may report the same write: the later run must not be overtaken by the earlier one.
  const refreshBadge = coalesced(() => renewBadge(db, product, Date.now()));
  const quietly = (work: Promise<unknown>) => void work.catch((error: unknown) => console.error(error));

  // Scripts in pages need nothing stored. Firefox has no such setting.
  quietly(Promise.resolve(browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));

  answerMessages({
    'open-app': async ({ screen, part }) => {
      await openApp(screen, part);
      return null;
    },
    ...cardAnswers(db, product, () => Date.now()),
    'checks-changed': async () => {
      await refreshBadge();
      return null;
    },
    'app-left': async () => {
      await settleIfFree(db, 5000);
      await refreshBadge();
      return null;
    },
    'device-command': (command) => commandOwner(command),
    'sites-changed': async () => {
      await syncSites();
      return null;
    },
  });

  browser.runtime.onInstalled.addListener(({ reason: why }) => {
    quietly(syncSites(true));
    quietly(refreshBadge());
    if (why === 'install') quietly(openApp('today'));
  });
  browser.runtime.onStartup.addListener(() => {
    quietly(syncSites());
    quietly(settleIfFree(db).then(refreshBadge));
  });
  browser.commands.onCommand.addListener((command) => {
    if (command !== 'stop-all') return;
    const stopAll = () => commandOwner({ command: 'stop-all', id: 'all' });
    quietly(stopByShortcut(stopAll, () => openApp('devices')));
  });
  const notified = (id: string) => quietly(followNotification(id));
  // The API is missing without the permission. Adding the same listener twice has no effect.
  const followClicks = () => browser.notifications?.onClicked.addListener(notified);
  followClicks();
  browser.permissions.onAdded.addListener(() => {
    followClicks();
    quietly(syncSites());
  });
  browser.permissions.onRemoved.addListener(({ permissions }) => {
    quietly(syncSites());
    // The setting must match the permission.
    if (permissions?.includes('notifications')) quietly(setSetting(db, 'planNotifies', false).then(() => followAlarms(db)));
  });

  followBadge(db, refreshBadge);
  quietly(followAlarms(db));
  browser.alarms.onAlarm.addListener(({ name }) => {
    const work = name === PLAN_ALARM ? notifyOfClosing(db, Date.now()) : refreshBadge();
    // The data that alarms depend on can also change outside the settings, for example by restoring a backup.
    quietly(work.then(() => followAlarms(db)));
  });
});
