import { bluetoothState } from '../../../lib/bluetooth/web-bluetooth';
import type { BreathDesk } from '../../../lib/breathing/breath-desk';
import type { StrapLink } from '../../../lib/check/strap-link';
import { clock } from '../../../lib/core/clock';
import { dayOf } from '../../../lib/core/day';
import { circumstanceOf } from '../../../lib/devices/controlled';
import { type MessageKey, t } from '../../../lib/i18n';
import type { ReboundDatabase, Settings } from '../../../lib/storage';
import { isItemId } from '../../../lib/today/plan/log-session';
import { useDay } from '../../use-day';
import { useLive } from '../../use-live';
import { LoadFailed } from '../LoadFailed';
import { BreatheRunning } from './BreatheRunning';
import { BreatheSetUp } from './BreatheSetUp';
import { SearchResult } from './SearchResult';
import { SearchSetUp } from './SearchSetUp';
import './breathe.css';

interface BreatheScreenProps {
  readonly db: ReboundDatabase;
  readonly desk: BreathDesk;
  readonly strap: StrapLink;
  readonly settings: Settings;
  /** `search`, or the plan's item that a session is for; else a session by itself. */
  readonly part: string | null;
  readonly owned: boolean;
}

/** Slow breathing by a pacer, and the search for the rate at which the heart rate swings most. */
export function BreatheScreen({ db, desk, strap, settings, part, owned }: BreatheScreenProps) {
  const day = useDay();
  const about = useLive(() => circumstanceOf(db, 'own', dayOf(clock.now()), clock.now()), [db, day, settings]);
  const bluetooth = useLive(bluetoothState, []);
  if (about instanceof Error) return <LoadFailed error={about} />;
  const run = desk.run.value;
  const over = run?.timer.state.value === 'ended';
  const circumstance = about === undefined ? null : { ...about, oneTap: null, waterRulesRead: false };
  const able = owned && (settings.demoMode || (bluetooth !== undefined && bluetooth !== 'unsupported'));
  return (
    <>
      <div class="between">
        <h1>{t('breatheTitle')}</h1>
        {settings.demoMode && <span class="chip demo">{t('demoChip')}</span>}
      </div>
      {(run === null || over) && !desk.seeking.value && <Parts part={part} />}
      {run !== null && !over && <BreatheRunning desk={desk} run={run} strap={strap} startDark={settings.breathe.dark} />}
      {run !== null && over && <SearchResult desk={desk} run={run} />}
      {run === null &&
        circumstance !== null &&
        (part === 'search' || desk.seeking.value ? (
          <SearchSetUp db={db} desk={desk} strap={strap} settings={settings} circumstance={circumstance} able={able} />
        ) : (
          <BreatheSetUp
            db={db}
            desk={desk}
            settings={settings}
            circumstance={circumstance}
            owned={owned}
            able={able}
            item={isItemId(part) ? part : null}
          />
        ))}
    </>
  );
}

const PARTS: readonly { readonly address: string; readonly part: string | null; readonly label: MessageKey }[] = [
  { address: '#breathe', part: null, label: 'breatheSession' },
  { address: '#breathe/search', part: 'search', label: 'breatheSearch' },
];

function Parts({ part }: { readonly part: string | null }) {
  const shown = part === 'search' ? 'search' : null;
  return (
    <nav class="parts" aria-label={t('breatheParts')}>
      {PARTS.map((one) => (
        <a key={one.address} href={one.address} {...(one.part === shown ? { 'aria-current': 'page' as const } : {})}>
          {t(one.label)}
        </a>
      ))}
    </nav>
  );
}
