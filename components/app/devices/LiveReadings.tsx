import type { LiveDevice } from '../../../lib/devices/links/live-device';
import { contactWords, readingName, readingWords } from '../../../lib/devices/words';
import { t } from '../../../lib/i18n';
import { ReadingFigure } from '../../ReadingFigure';

/** The current readings of a device. */
export function LiveReadings({ live }: { live: LiveDevice }) {
  const { readings, contact, state } = live;
  if (readings.length === 0 && contact === null) return state === 'ready' ? <p class="muted">{t('deviceNoValues')}</p> : null;
  return (
    <dl class="readings">
      {readings.map((reading) => (
        <div key={`${reading.quantity} ${reading.probe ?? ''}`} data-quantity={reading.quantity} data-probe={reading.probe}>
          <dt>{readingName(reading)}</dt>
          <dd>
            <ReadingFigure atMs={reading.atMs} words={readingWords(reading)} />
          </dd>
        </div>
      ))}
      {contact !== null && (
        <div data-quantity="contact">
          <dt>{t('readContact')}</dt>
          <dd>{contactWords(contact)}</dd>
        </div>
      )}
    </dl>
  );
}
