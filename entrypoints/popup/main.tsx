import { render } from 'preact';
import '../../components/popup/popup.css';
import { Popup } from '../../components/popup/Popup';
import { language } from '../../lib/i18n';
import { begunGlance } from '../../lib/today/early-snapshot';

/** Today at a glance. Reads the database itself: waking the background first would cost more than the whole popup. */
async function main(): Promise<void> {
  document.documentElement.lang = language();
  const root = document.getElementById('root');
  if (root === null) throw new Error('popup/index.html has no #root');
  render(<Popup first={await begunGlance()} />, root);
}

void main();
