import { describe, expect, it } from 'vitest';
import { Recording } from '../../../lib/recording';
import { packet, START_MS } from '../../support/packets';

/** An orthostatic check: after the measurement the user stands up, and beats are still recorded for a while. */
const plan = { settleS: 2, measureS: 3, standS: 4 };
const seconds = (count: number) => Array.from({ length: count }, () => 1024);

function recorded(beats: number): Recording {
  const recording = new Recording(plan);
  recording.add(packet(seconds(beats)));
  return recording;
}

describe('a check with a standing part', () => {
  it.each([
    [1, 'settling', 1],
    [4, 'measuring', 1],
    [5, 'standing', 4],
    [8, 'standing', 1],
    [9, 'done', 0],
  ] as const)('after %i s: %s, %i s to go', (beats, phase, remainingS) => {
    const recording = recorded(beats);
    expect([recording.phase, recording.remainingS]).toEqual([phase, remainingS]);
    expect(recording.share).toBeCloseTo(beats / 9);
  });

  it('keeps the beats after standing up separate from the counted ones', () => {
    const recording = recorded(20);
    expect([recording.counted, recording.stood, recording.ticks.length]).toEqual([{ first: 2, end: 5 }, { first: 5, end: 9 }, 9]);
  });

  it('has none until the user has stood up', () => {
    expect([recorded(3).stood, recorded(5).stood]).toEqual([null, null]);
    const without = new Recording({ settleS: 2, measureS: 3 });
    without.add(packet(seconds(9)));
    expect([without.phase, without.stood, without.ticks.length]).toEqual(['done', null, 5]);
  });

  it('ended early contains the standing part so far, and the complete measurement', () => {
    const recording = recorded(7);
    recording.finish();
    expect([recording.phase, recording.counted, recording.stood]).toEqual(['done', { first: 2, end: 5 }, { first: 5, end: 7 }]);
  });

  it('has a gap for a link lost while standing', () => {
    const recording = recorded(6);
    recording.linkLost(START_MS);
    recording.add(packet(seconds(1), START_MS + 5000));
    expect(recording.linkGaps.map(({ afterBeat }) => afterBeat)).toEqual([6]);
  });
});
