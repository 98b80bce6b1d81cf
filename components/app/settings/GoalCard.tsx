import { t } from '../../../lib/i18n';
import { GOALS } from '../../../lib/planner';
import { changeSetting, type ReboundDatabase, type Settings, setSetting } from '../../../lib/storage';
import { goalText } from '../../plan/setting-words';
import { Choices } from '../Choices';
import { PhaseList } from './PhaseList';

const NONE = 'none';
const BLOCKS = ['size', 'strength'] as const;

/** The goal of the training, the phases with their dates, and a block of strength work. */
export function GoalCard({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  return (
    <section class="card stack" data-plan-goal>
      <div class="stack tight">
        <h2>{t('goalTitle')}</h2>
        <p class="muted">{t('goalText')}</p>
      </div>
      <Choices
        legend={t('goalLegend')}
        name="goal"
        options={[...GOALS.map((value) => ({ value, label: goalText(value) })), { value: NONE, label: t('notSaid') }]}
        value={settings.goal ?? NONE}
        choose={(goal) => void setSetting(db, 'goal', goal === NONE ? null : goal)}
      />
      <PhaseList phases={settings.phases} save={(change) => void changeSetting(db, 'phases', change)} />
      <Choices
        legend={t('blockLegend')}
        name="block"
        options={[...BLOCKS.map((value) => ({ value, label: goalText(value) })), { value: NONE, label: t('blockNone') }]}
        value={settings.block ?? NONE}
        choose={(block) => void setSetting(db, 'block', block === NONE ? null : block)}
        hint={t('blockHint')}
      />
    </section>
  );
}
