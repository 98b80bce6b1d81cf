import { t } from '../../lib/i18n';
import type { CardStore } from '../../lib/overlay/frame/card-store';
import { Logo } from '../Logo';

/** The user's settings for the card, and functions to change them. */
export interface CardChoices {
  readonly collapsed: boolean;
  readonly corner: boolean;
  readonly collapse: (collapsed: boolean) => void;
  readonly move: (corner: boolean) => void;
  readonly hidePage: () => void;
  readonly hideSite: () => void;
}

interface CardHeaderProps {
  readonly title: string;
  readonly choices: CardChoices;
  readonly store: Pick<CardStore, 'state' | 'set'>;
}

/** The card's title, and the menu for its place. */
export function CardHeader({ title, choices, store }: CardHeaderProps) {
  const open = store.state.menu;
  const { collapsed, corner } = choices;
  return (
    <header class="stack tight">
      <div class="between">
        <div class="row title">
          <Logo size={22} />
          <h2>{title}</h2>
        </div>
        <div class="row end">
          <span class="chip">{t('cardOnlyYou')}</span>
          <button type="button" class="quiet small" aria-expanded={!collapsed} onClick={() => choices.collapse(!collapsed)}>
            {collapsed ? t('cardShow') : t('cardHide')}
          </button>
          <button
            type="button"
            class="icon"
            aria-label={t('cardMenu')}
            title={t('cardMenu')}
            aria-expanded={open}
            onClick={() => store.set({ menu: !open })}
          >
            <svg width="18" height="18" viewBox="0 0 18 18" fill="currentColor" aria-hidden="true">
              <circle cx="3" cy="9" r="1.6" />
              <circle cx="9" cy="9" r="1.6" />
              <circle cx="15" cy="9" r="1.6" />
            </svg>
          </button>
        </div>
      </div>
      {open && (
        <div class="row menu">
          <button type="button" class="quiet small" onClick={() => choices.move(!corner)}>
            {corner ? t('cardMoveBack') : t('cardMoveCorner')}
          </button>
          <button type="button" class="quiet small" onClick={choices.hidePage}>
            {t('cardHidePage')}
          </button>
          <button type="button" class="quiet small" onClick={choices.hideSite}>
            {t('cardHideSite')}
          </button>
          <small>{t('cardHideHint')}</small>
        </div>
      )}
    </header>
  );
}
