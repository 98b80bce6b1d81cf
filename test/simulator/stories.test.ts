import { beforeAll, describe, expect, it } from 'vitest';
import { type StoryRows, tellAll } from './stories/table';
import { PRODUCT, type Row } from './stories/tell';

/**
 * The shorter version of `npm run stories`: eight people a story, none of whom the verdict was tuned on (those are seeds from 1000 on). It
 * fails when the verdict gets worse. The borders leave room for the few people.
 */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

let told: readonly StoryRows[] = [];
beforeAll(() => {
  told = tellAll(SEEDS);
}, 120_000);

const findRows = (story: string) => told.find((one) => one.story === story)?.rows ?? [];
function own(story: string): Row {
  const row = findRows(story).find(({ rule }) => rule === PRODUCT);
  if (row === undefined) throw new Error(`no story ${story}`);
  return row;
}

describe('overreaching', () => {
  it('is watched by the sixth day and warned of by the thirteenth', () => {
    expect(own('overreaching').firstWatch).toBeLessThanOrEqual(6);
    expect(own('overreaching').firstWarning).toBeLessThanOrEqual(13);
    expect(own('overreaching').missed).toBeLessThanOrEqual(2);
  });

  it('with a very low heart rate is found too, and is no plus', () => {
    const { firstWatch, firstWarning, missed } = own('parasympathetic overreaching');
    expect(firstWatch).toBeLessThanOrEqual(9);
    expect(firstWarning).toBeLessThanOrEqual(17);
    expect(missed).toBeLessThanOrEqual(5.5);
  });
});

describe('what is no fatigue', () => {
  it.each(['taper', 'illness and return', 'alcohol', 'altitude', 'travel', 'detraining', 'nothing at all'])('%s: no warning', (story) => {
    expect(own(story).firstWarning).toBeNull();
  });

  it.each([
    ['taper', 1],
    ['illness and return', 3],
    ['alcohol', 2],
    ['altitude', 0.5],
    ['travel', 2],
    ['detraining', 5],
    ['nothing at all', 4.5],
  ])('%s: at most %d wrong days', (story, most) => {
    expect(own(story).wrong).toBeLessThanOrEqual(most);
  });
});

it('in every story the verdict has at most three days more that are wrong than the best published rule, and is among the best three', () => {
  expect(told.length).toBe(9);
  for (const { story, rows, place } of told) {
    const best = Math.min(...rows.filter(({ rule }) => rule !== PRODUCT).map(({ wrong }) => wrong));
    expect(own(story).wrong, story).toBeLessThanOrEqual(best + 3);
    expect(place, story).toBeLessThanOrEqual(3);
  }
});
