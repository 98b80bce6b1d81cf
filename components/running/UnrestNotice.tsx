import { OctagonAlert, Square } from 'lucide-preact';
import type { DeviceState } from '../../lib/devices/remote/schema';
import { t } from '../../lib/i18n';
import { duration } from '../../lib/i18n/units';
import { OffButton } from './OffButton';
import { ShortNotice } from './ShortNotice';
import { unrestReports, unrestWords } from './unrest-words';
import './unrest.css';

interface UnrestNoticeProps {
  /** The name of the device. */
  readonly name: string;
  readonly unrest: Pick<NonNullable<DeviceState['unrest']>, 'refused'> & {
    readonly reports: Parameters<typeof unrestReports>[0];
    /** The age of the reports, s; null or left out while they are fresh. */
    readonly oldS?: number | null | undefined;
  };
  /** Left out where another Stop is beside it. */
  readonly stop?: () => void;
  /** Left out where nobody can say that it is off. */
  readonly saysOff?: () => void;
  /** Others stand beside it: only what happened is said. */
  readonly short?: boolean;
}

/** A device that was told to stop and does not: what to do, and what it reports, as large as anything on the surface. */
export function UnrestNotice({ name, unrest, stop, saysOff, short = false }: UnrestNoticeProps) {
  const reports = unrestReports(unrest.reports);
  const buttons = (
    <>
      {stop !== undefined && (
        <button type="button" class="stop" aria-label={t('buttonOf', t('unrestStopAgain'), name)} onClick={stop}>
          <Square size={16} aria-hidden="true" />
          {t('unrestStopAgain')}
        </button>
      )}
      {saysOff !== undefined && <OffButton name={name} saysOff={saysOff} />}
    </>
  );
  if (short) {
    return (
      <div data-unrest={name}>
        <ShortNotice words={t('unrestWhat', name)}>{buttons}</ShortNotice>
      </div>
    );
  }
  return (
    <div class="unrest" role="alert" data-unrest={name}>
      <OctagonAlert aria-hidden="true" />
      <div class="stack tight">
        <strong>{t('unrestWhat', name)}</strong>
        {unrest.refused !== null && <p>{unrestWords(unrest.refused)}</p>}
        {reports.length > 0 && (
          <ul aria-label={t('unrestReports')}>
            {reports.map((report) => (
              <li key={report}>{report}</li>
            ))}
          </ul>
        )}
        {unrest.oldS != null && <p>{t('unrestOld', duration(unrest.oldS))}</p>}
        {(stop !== undefined || saysOff !== undefined) && <div class="row">{buttons}</div>}
      </div>
    </div>
  );
}
