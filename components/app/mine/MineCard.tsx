import { Search } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { MODELS, modelWords, searchModels } from '../../../lib/devices/known-models';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { plural, t } from '../../../lib/i18n';
import { KindPicker } from './KindPicker';
import { MineResult } from './MineResult';
import './mine.css';

interface MineCardProps {
  readonly devices: DeviceRegistry;
  readonly able: boolean;
}

const SEARCH = 'mine-search';

/** Puts the focus into the search, wherever it is on the screen. */
export function seekMine(): void {
  document.getElementById(SEARCH)?.focus();
}

/** Asks for brand and model before any chooser opens, and tells what Rebound can do with it. */
export function MineCard({ devices, able }: MineCardProps) {
  const [query, setQuery] = useState('');
  const hint = useId();
  const asked = query.trim() !== '';
  const found = searchModels(query, MODELS.length);
  return (
    <section class="card stack mine" aria-labelledby="mine-title">
      <div class="stack tight">
        <h2 id="mine-title">{t('mineTitle')}</h2>
        <p class="muted" id={hint}>
          {t('mineText')}
        </p>
      </div>
      <label class="mine-search">
        <Search aria-hidden="true" />
        <input
          id={SEARCH}
          type="text"
          inputMode="search"
          autocomplete="off"
          spellcheck={false}
          value={query}
          placeholder={t('minePlaceholder')}
          aria-label={t('mineSearch')}
          aria-describedby={hint}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <p class={asked ? 'muted' : 'visually-hidden'} role="status" data-mine-found={found.length}>
        {!asked ? '' : found.length === 0 ? t(modelWords('unknown')) : plural('mineFound', found.length)}
      </p>
      {asked && found.length === 0 && (
        <div>
          <a class="button quiet" href="#devices/timer">
            {t('mineTimer')}
          </a>
        </div>
      )}
      {found.length > 0 && (
        <ul class="mine-results">
          {found.map((model) => (
            <MineResult key={`${model.brand} ${model.model}`} model={model} devices={devices} able={able} />
          ))}
        </ul>
      )}
      <KindPicker devices={devices} able={able} />
    </section>
  );
}
