import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/controls.css';
import '../../components/popup/popup.css';
import { Popup } from '../../components/popup/Popup';
import { settleIfFree } from '../../lib/check/recover';
import { language } from '../../lib/i18n';
import { openDatabase } from '../../lib/storage';

/** Today at a glance. Reads the database itself: waking the background first would cost more than the whole popup. */
function main(): void {
  document.documentElement.lang = language();
  const root = document.getElementById('root');
  if (root === null) throw new Error('popup/index.html has no #root');
  const db = openDatabase();
  render(<Popup db={db} />, root);
  settleIfFree(db).catch((error: unknown) => console.error('left checks', error));
}

main();
