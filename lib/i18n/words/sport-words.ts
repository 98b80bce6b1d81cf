import type { Sport } from '../../training';
import type { MessageKey } from '..';

/** What a sport is called. */
export const SPORT_WORDS: Readonly<Record<Sport, MessageKey>> = {
  run: 'sportRun',
  ride: 'sportRide',
  swim: 'sportSwim',
  walk: 'sportWalk',
  hike: 'sportHike',
  row: 'sportRow',
  ski: 'sportSki',
  strength: 'sportStrength',
  mobility: 'sportMobility',
  other: 'sportOther',
};
