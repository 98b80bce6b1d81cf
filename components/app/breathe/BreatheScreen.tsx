import { bluetoothState } from '../../../lib/bluetooth/web-bluetooth';
import type { BreathingSessions } from '../../../lib/breathing/breathing-sessions';
import type { StrapLink } from '../../../lib/check/strap-link';
import { clock } from '../../../lib/core/clock';
import { readSessionConditions } from '../../../lib/devices/links/controlled';
import { type MessageKey, t } from '../../../lib/i18n';
import type { ReboundDatabase, Settings } from '../../../lib/storage';
import { readPlannedItem } from '../../../lib/today/plan/planned-item';
import { useDay } from '../../use-day';
import { useLive } from '../../use-live';
import { LoadFailed } from '../LoadFailed';
import { ItemOverNotice } from '../plan/ItemOverNotice';
import { BreatheRunning } from './BreatheRunning';
import { BreatheSetUp } from './BreatheSetUp';
import { SearchResult } from './SearchResult';
import { SearchSetUp } from './SearchSetUp';
import './breathe.css';

interface BreatheScreenProps {
  readonly db: ReboundDatabase;
  readonly breathing: BreathingSessions;
  readonly strap: StrapLink;
  readonly settings: Settings;
  /** `search`, or the id of the plan's item that the session is for; otherwise a session without an item. */
  readonly part: string | null;
  /** What Escape does: the browser does not report the one that leaves full screen. */
  readonly stopAll: () => void;
  readonly owned: boolean;
}

/** Slow breathing with a pacer, and the search for the rate at which the heart rate swings most. */
export function BreatheScreen({ db, breathing, strap, settings, part, stopAll, owned }: BreatheScreenProps) {
  const day = useDay(settings);
  const planned = useLive(() => readPlannedItem(db, part === 'search' ? null : part, clock.now()), [db, part]);
  const world = planned !== undefined && !(planned instanceof Error) && planned?.demo === true ? 'demo' : 'own';
  const about = useLive(() => readSessionConditions(db, world, clock.now()), [db, world, day, settings]);
  const bluetooth = useLive(bluetoothState, []);
  if (about instanceof Error) return <LoadFailed error={about} />;
  const run = breathing.run.value;
  const over = run?.timer.state.value === 'ended';
  const conditions = about === undefined ? null : { ...about, oneTap: null, waterRulesRead: false };
  const able = owned && (settings.demoMode || (bluetooth !== undefined && bluetooth !== 'unsupported'));
  return (
    <>
      <div class="between">
        <h1>{t('breatheTitle')}</h1>
        {settings.demoMode && <span class="chip demo">{t('demoChip')}</span>}
      </div>
      {(run === null || over) && !breathing.seeking.value && <Parts part={part} />}
      {run !== null && !over && (
        <BreatheRunning breathing={breathing} run={run} strap={strap} startDark={settings.breathe.dark} stopAll={stopAll} />
      )}
      {run !== null && over && <SearchResult breathing={breathing} run={run} />}
      {run === null &&
        conditions !== null &&
        planned !== undefined &&
        (part === 'search' || breathing.seeking.value ? (
          <SearchSetUp db={db} breathing={breathing} strap={strap} settings={settings} conditions={conditions} able={able} />
        ) : planned instanceof Error ? (
          <LoadFailed error={planned} />
        ) : planned !== null && planned.over !== null ? (
          <ItemOverNotice over={planned.over} />
        ) : (
          <BreatheSetUp
            db={db}
            breathing={breathing}
            settings={settings}
            conditions={conditions}
            owned={owned}
            able={able}
            key={part}
            planned={planned}
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
