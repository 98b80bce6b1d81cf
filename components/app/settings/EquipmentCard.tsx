import { EQUIPMENT } from '../../../lib/catalogue';
import { t } from '../../../lib/i18n';
import { changeSetting, type ReboundDatabase, type Settings } from '../../../lib/storage';
import { equipmentText } from '../../plan/setting-words';
import { Ticks } from './Ticks';

/** The equipment that the user has or can use. The plan uses nothing else. */
export function EquipmentCard({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  return (
    <section class="card stack" data-plan-equipment>
      <div class="stack tight">
        <h2>{t('equipTitle')}</h2>
        <p class="muted">{t('equipText')}</p>
      </div>
      <Ticks
        legend={t('equipLegend')}
        options={EQUIPMENT.map((value) => ({ value, label: equipmentText(value) }))}
        ticked={settings.equipment}
        change={(flip) => void changeSetting(db, 'equipment', flip)}
      />
    </section>
  );
}
