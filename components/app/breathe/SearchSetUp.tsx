import { Play } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { BreathingSessions } from '../../../lib/breathing/breathing-sessions';
import { SEARCH_MINUTES, searchPlan } from '../../../lib/breathing/plans';
import type { StrapLink } from '../../../lib/check/strap-link';
import { clock } from '../../../lib/core/clock';
import { findTimerBlocks, type TimerConditions } from '../../../lib/devices/guided/blocks';
import { demoTransport, strapTransport } from '../../../lib/devices/links/transports';
import { RESONANCE_RATES } from '../../../lib/hrv';
import { plural, t } from '../../../lib/i18n';
import { unsupportedTodo } from '../../../lib/i18n/words/verdict-words';
import type { ReboundDatabase, Settings } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { Choices } from '../Choices';
import { readySound } from '../guided/sound';
import { StrapChip } from '../StrapChip';
import { BreatheBlocks } from './BreatheBlocks';
import { heartFault } from './words';

interface SearchSetUpProps {
  readonly db: ReboundDatabase;
  readonly breathing: BreathingSessions;
  readonly strap: StrapLink;
  readonly settings: Settings;
  readonly conditions: Omit<TimerConditions, 'nowMs'>;
  readonly able: boolean;
}

/** What the search does, how long it takes, and the Begin button; then the wait for the strap. */
export function SearchSetUp({ db, breathing, strap, settings, conditions, able }: SearchSetUpProps) {
  const [minutes, setMinutes] = useState<number>(SEARCH_MINUTES[0] ?? 2);
  if (breathing.seeking.value) return <Waiting breathing={breathing} strap={strap} />;
  const now = () => ({ ...conditions, nowMs: clock.now() });
  const plan = searchPlan(minutes);
  const blocks = plan === null ? [] : findTimerBlocks(plan, now());
  const fault = heartFault(breathing.heart.fault.value);
  const begin = () => {
    if (settings.breathe.sound) readySound();
    breathing.sound.value = settings.breathe.sound;
    if (plan !== null) breathing.search(plan, settings.demoMode ? demoTransport : strapTransport, now());
  };
  return (
    <section class="card stack breathe" data-breathe="search-set-up">
      <p>{t('searchText')}</p>
      <Choices
        legend={t('searchEach')}
        name="search-minutes"
        options={SEARCH_MINUTES.map((one) => ({ value: String(one), label: plural('minutes', one) }))}
        value={String(minutes)}
        choose={(one) => setMinutes(Number(one))}
        hint={t('searchLength', plural('minutes', minutes * RESONANCE_RATES.length))}
      />
      {!able && <Notice kind="warn" what={t('faultUnsupported')} todo={unsupportedTodo()} />}
      {fault !== null && <Notice kind="warn" what={fault.what} todo={fault.todo} live />}
      <BreatheBlocks db={db} settings={settings} blocks={blocks} />
      <div class="row">
        <button type="button" data-start disabled={!able || plan === null || blocks.length > 0} onClick={begin}>
          <Play size={18} aria-hidden="true" />
          {t(settings.demoMode ? 'searchStartDemo' : 'searchStart')}
        </button>
        <small>{t('notMedical')}</small>
      </div>
    </section>
  );
}

function Waiting({ breathing, strap }: Pick<SearchSetUpProps, 'breathing' | 'strap'>) {
  return (
    <section class="card stack" data-breathe="waiting">
      <div class="between" style={{ flexWrap: 'wrap' }}>
        <div aria-live="polite">
          <h2>{t('searchWaiting')}</h2>
          <p class="muted">{t('searchWaitingText')}</p>
        </div>
        <StrapChip strap={strap} />
      </div>
      <div>
        <button type="button" class="quiet" onClick={() => void breathing.stop()}>
          {t('cancelCheck')}
        </button>
      </div>
    </section>
  );
}
