import { useState } from 'preact/hooks';
import type { GuidedBlock } from '../../../lib/devices/guided/blocks';
import { t } from '../../../lib/i18n';
import type { ReboundDatabase, Settings } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { ScreeningForm } from '../../screening/ScreeningForm';
import { Blocks } from '../../session/Blocks';

interface BreatheBlocksProps {
  readonly db: ReboundDatabase;
  readonly settings: Settings;
  readonly blocks: readonly GuidedBlock[];
}

/** Cautions for slow breathing, and what blocks it. */
export function BreatheBlocks({ db, settings, blocks }: BreatheBlocksProps) {
  const [asking, setAsking] = useState(false);
  if (asking) {
    return <ScreeningForm db={db} settings={settings} done={() => setAsking(false)} />;
  }
  return (
    <>
      <Notice kind="warn" what={t('breatheWarning')} todo={t('breatheWarningTodo')} />
      <Blocks
        blocks={blocks.flatMap((block) => (block.code === 'water-rules-unread' ? [] : [block]))}
        screen={() => setAsking(true)}
        answer={() => {}}
        runsOn={false}
        acknowledge={() => {}}
        endsByItself
      />
    </>
  );
}
