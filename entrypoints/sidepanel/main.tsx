import { render } from 'preact';
import '../../components/surface';
import { SidePanel } from '../../components/side-panel/SidePanel';
import { followBadge } from '../../lib/browser/follow-badge';
import { followUnits } from '../../lib/browser/follow-units';
import { ask } from '../../lib/browser/messages';
import { language } from '../../lib/i18n';
import { openDatabase } from '../../lib/storage';

/** The side panel: today in words, and remote controls for the devices. Bluetooth itself stays in the app tab. */
function main(): void {
  document.documentElement.lang = language();
  const root = document.getElementById('root');
  if (root === null) throw new Error('sidepanel/index.html has no #root');
  const db = openDatabase();
  followUnits(db);
  followBadge(db, () => ask('checks-changed', {}));
  render(<SidePanel db={db} />, root);
}

main();
