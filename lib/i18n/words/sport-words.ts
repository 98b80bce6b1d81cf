import type { Sport } from '../../training';
import type { MessageKey } from '..';

/** The names of sports. */
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
