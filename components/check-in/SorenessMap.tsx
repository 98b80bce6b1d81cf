import { t } from '../../lib/i18n';
import type { CheckIn, Score } from '../../lib/readiness';
import type { Region } from '../../lib/training';
import { BodyMap } from './BodyMap';

/** Each press makes a region sorer, from a little to the maximum, and then fine again. */
const NEXT: Readonly<Record<Score, Score | null>> = { 1: 2, 2: 3, 3: 4, 4: 5, 5: null };

interface SorenessMapProps {
  readonly sore: CheckIn['sore'];
  readonly change: (sore: CheckIn['sore']) => void;
}

export function SorenessMap({ sore, change }: SorenessMapProps) {
  const press = (region: Region) => {
    const now = sore.find((one) => one.region === region);
    const others = sore.filter((one) => one.region !== region);
    const level = now === undefined ? 2 : NEXT[now.level];
    change(level === null ? others : [...others, { region, level }]);
  };
  const marks = new Map(
    sore.map(({ region, level }) => [region, { text: String(level), words: t('soreOf5', level), shade: (level - 1) / 4 }] as const),
  );
  return (
    <div class="stack tight">
      <small>{t('soreMapHint')}</small>
      <BodyMap marks={marks} press={press} />
    </div>
  );
}
