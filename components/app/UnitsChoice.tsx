import { t } from '../../lib/i18n';
import { type ReboundDatabase, type Settings, setSetting } from '../../lib/storage';
import { Choices } from './Choices';

/** The units for display and input. */
export function UnitsChoice({ db, units }: { readonly db: ReboundDatabase; readonly units: Settings['units'] }) {
  return (
    <Choices
      legend={t('unitsLegend')}
      name="units"
      options={[
        { value: 'region', label: t('unitsRegion') },
        { value: 'metric', label: t('unitsMetric') },
        { value: 'imperial', label: t('unitsImperial') },
      ]}
      value={units ?? 'region'}
      choose={(one) => void setSetting(db, 'units', one === 'region' ? null : one)}
    />
  );
}
