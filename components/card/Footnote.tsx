import { t } from '../../lib/i18n';
import type { CardStore } from '../../lib/overlay/frame/card-store';
import type { Datum, PageReading } from '../../lib/sites/site';

/** The data that the card uses; it says so when one of them could not be read. */
const USED: readonly Datum[] = ['sport', 'startLocal', 'movingTimeS', 'avgHrBpm', 'own'];

interface FootnoteProps {
  readonly reading: PageReading;
  readonly store: CardStore;
}

/** Says what could be read from the page and what not, with a button to report it to the maintainers. */
export function Footnote({ reading, store }: FootnoteProps) {
  const { activity, notFound } = reading;
  const missing = USED.filter((datum) => notFound.includes(datum));
  const complete = activity !== null && missing.length === 0;
  const shown = store.state.report;
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => store.set({ copied: true }),
      (error: unknown) => console.error(error),
    );
  return (
    <div class="stack tight">
      <div class="between">
        <small>
          {activity === null || missing.length === USED.length
            ? t('cardNothing')
            : complete
              ? t('cardReadAll')
              : t('cardNotFound', missing.map((datum) => t(`datum_${datum}`)).join(t('listComma')))}
        </small>
        {!complete && (
          <button
            type="button"
            class="quiet small"
            aria-expanded={shown !== null}
            onClick={() => (shown === null ? store.askReport() : store.set({ report: null, copied: false }))}
          >
            {t('cardReport')}
          </button>
        )}
      </div>
      {shown !== null && (
        <>
          <label class="stack tight">
            <small>{t('cardReportWhat')}</small>
            <textarea readOnly rows={8} value={shown} />
          </label>
          <div class="row">
            <button type="button" class="small" onClick={() => copy(shown)}>
              {t('cardReportCopy')}
            </button>
            {store.state.copied && <small role="status">{t('cardReportCopied')}</small>}
          </div>
        </>
      )}
    </div>
  );
}
