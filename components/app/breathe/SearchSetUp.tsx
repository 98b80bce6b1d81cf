import { Play } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { BreathDesk } from '../../../lib/breathing/breath-desk';
import { RESONANCE_SEARCH, SEARCH_MINUTES } from '../../../lib/breathing/doses';
import type { StrapLink } from '../../../lib/check/strap-link';
import { clock } from '../../../lib/core/clock';
import { type GuidedCircumstance, guidedBlocksOf } from '../../../lib/devices/guided/blocks';
import { demoTransport, strapTransport } from '../../../lib/devices/transports';
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
  readonly desk: BreathDesk;
  readonly strap: StrapLink;
  readonly settings: Settings;
  readonly circumstance: Omit<GuidedCircumstance, 'nowMs'>;
  readonly able: boolean;
}

/** What the search does, how long, and Begin; then the wait for the strap. */
export function SearchSetUp({ db, desk, strap, settings, circumstance, able }: SearchSetUpProps) {
  const [minutes, setMinutes] = useState<number>(SEARCH_MINUTES[0]);
  if (desk.seeking.value) return <Waiting desk={desk} strap={strap} />;
  const now = () => ({ ...circumstance, nowMs: clock.now() });
  const blocks = guidedBlocksOf(RESONANCE_SEARCH, RESONANCE_SEARCH.steps(minutes * 60), now());
  const fault = heartFault(desk.heart.fault.value);
  const begin = () => {
    if (settings.breathe.sound) readySound();
    desk.sound.value = settings.breathe.sound;
    desk.search(minutes, settings.demoMode ? demoTransport() : strapTransport, now());
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
        <button type="button" data-start disabled={!able || blocks.length > 0} onClick={begin}>
          <Play size={18} aria-hidden="true" />
          {t(settings.demoMode ? 'searchStartDemo' : 'searchStart')}
        </button>
        <small>{t('notMedical')}</small>
      </div>
    </section>
  );
}

function Waiting({ desk, strap }: Pick<SearchSetUpProps, 'desk' | 'strap'>) {
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
        <button type="button" class="quiet" onClick={() => void desk.stop()}>
          {t('cancelCheck')}
        </button>
      </div>
    </section>
  );
}
