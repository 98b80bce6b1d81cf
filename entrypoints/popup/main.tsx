import { render } from 'preact';
import '../../components/popup/popup.css';
import { Popup } from '../../components/popup/Popup';
import { language } from '../../lib/i18n';
import { chooseUnits } from '../../lib/i18n/units';
import { takeEarlySnapshot } from '../../lib/today/early-snapshot';

/** Today in short. Reads the database itself, because waking the background first would take longer than the rest of the popup. */
async function main(): Promise<void> {
  document.documentElement.lang = language();
  const root = document.getElementById('root');
  if (root === null) throw new Error('popup/index.html has no #root');
  const first = await takeEarlySnapshot();
  // Used until the settings are loaded and followed.
  chooseUnits(() => first?.snapshot.units ?? null);
  render(<Popup first={first} />, root);
}

void main();
