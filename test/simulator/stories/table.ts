import { STORIES } from './stories';
import { PRODUCT, type Row, tell } from './tell';

/** All stories as a table, for `npm run stories` and its shorter version in the tests. */

export interface StoryRows {
  readonly story: string;
  readonly days: number;
  readonly rows: readonly Row[];
  /** The product's place by wrong days, 1 being the best; rows that are equal share the better place. */
  readonly place: number;
}

export function tellAll(seeds: readonly number[]): StoryRows[] {
  return STORIES.map((story) => {
    const rows = tell(story, seeds);
    const own = rows.find(({ rule }) => rule === PRODUCT)?.wrong ?? Number.POSITIVE_INFINITY;
    return { story: story.name, days: story.days, rows, place: 1 + rows.filter(({ wrong }) => wrong < own - 1e-9).length };
  });
}
