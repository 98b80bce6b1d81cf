import { BinQueues } from './bin-queues';
import { binsOfEqualCount, type Ranks } from './ranks';
import { int32 } from './scratch';

/** Bins per square root of the number of templates. More bins cost more in the tree, fewer cost more at the edges. */
const BINS_PER_ROOT = 1.6;

/** The templates in the sweep's window, counted by ranges of their second and third rank. They leave in the order in which they came. */
export class TripleWindow {
  private readonly rank: Int32Array;
  /** Bin of each rank; bin b holds ranks first(b) … first(b + 1) − 1. */
  private readonly bin: Int32Array;
  private readonly first: Int32Array;
  private readonly bins: number;
  private readonly tree: Int32Array;
  /** Queues of templates by the bin of the second, and of the third value, all in one array each. */
  private readonly bySecond: BinQueues;
  private readonly byThird: BinQueues;

  constructor(ranks: Ranks, order: Int32Array) {
    this.rank = ranks.rank;
    const { bin, first } = binsOfEqualCount(ranks, BINS_PER_ROOT * Math.sqrt(order.length));
    this.bin = bin;
    this.first = first;
    this.bins = first.length - 1;
    this.tree = int32((this.bins + 1) * (this.bins + 1));
    this.bySecond = new BinQueues(order, (start) => bin[ranks.rank[start + 1] ?? 0] ?? 0, this.bins);
    this.byThird = new BinQueues(order, (start) => bin[ranks.rank[start + 2] ?? 0] ?? 0, this.bins);
  }

  add(start: number): void {
    const second = this.rank[start + 1] ?? 0;
    const third = this.rank[start + 2] ?? 0;
    const a = this.bin[second] ?? 0;
    const b = this.bin[third] ?? 0;
    this.update(a, b, 1);
    this.bySecond.push(a, second, third);
    this.byThird.push(b, second, third);
  }

  removeOldest(start: number): void {
    const a = this.bin[this.rank[start + 1] ?? 0] ?? 0;
    const b = this.bin[this.rank[start + 2] ?? 0] ?? 0;
    this.update(a, b, -1);
    this.bySecond.shift(a);
    this.byThird.shift(b);
  }

  /** How many have their second rank in s0 … s1 and their third in t0 … t1. */
  count(s0: number, s1: number, t0: number, t1: number): number {
    // Bins fully within; what lies beyond them on either side is compared one by one.
    const a0 = this.innerFrom(s0);
    const a1 = this.innerTo(s1);
    const b0 = this.innerFrom(t0);
    const b1 = this.innerTo(t1);
    let count = this.rectangle(a0, a1, b0, b1);
    const edgeLow = this.bin[s0] ?? 0;
    const edgeHigh = this.bin[s1] ?? 0;
    if (edgeLow < a0) count += this.bySecond.matches(edgeLow, s0, s1, t0, t1);
    if (edgeHigh > a1 && !(edgeLow < a0 && edgeLow === edgeHigh)) count += this.bySecond.matches(edgeHigh, s0, s1, t0, t1);
    if (a0 > a1) return count;
    // The edges of the second rank are done. Of the third's edges, only those within the second's full bins remain.
    const from = this.first[a0] ?? 0;
    const to = (this.first[a1 + 1] ?? 0) - 1;
    const thirdLow = this.bin[t0] ?? 0;
    const thirdHigh = this.bin[t1] ?? 0;
    if (thirdLow < b0) count += this.byThird.matches(thirdLow, from, to, t0, t1);
    if (thirdHigh > b1 && !(thirdLow < b0 && thirdLow === thirdHigh)) count += this.byThird.matches(thirdHigh, from, to, t0, t1);
    return count;
  }

  private innerFrom(rank: number): number {
    const bin = this.bin[rank] ?? 0;
    return this.first[bin] === rank ? bin : bin + 1;
  }

  private innerTo(rank: number): number {
    const bin = this.bin[rank] ?? 0;
    return (this.first[bin + 1] ?? 0) - 1 === rank ? bin : bin - 1;
  }

  private update(a: number, b: number, by: number): void {
    const { tree, bins } = this;
    for (let i = a + 1; i <= bins; i += i & -i) {
      const row = i * (bins + 1);
      for (let j = b + 1; j <= bins; j += j & -j) tree[row + j] = (tree[row + j] ?? 0) + by;
    }
  }

  private rectangle(a0: number, a1: number, b0: number, b1: number): number {
    if (a0 > a1 || b0 > b1) return 0;
    return this.row(a1, b0, b1) - this.row(a0 - 1, b0, b1);
  }

  /** Sum over bins 0 … a of the second and b0 … b1 of the third. */
  private row(a: number, b0: number, b1: number): number {
    const { tree, bins } = this;
    let sum = 0;
    for (let i = a + 1; i > 0; i -= i & -i) {
      const row = i * (bins + 1);
      for (let j = b1 + 1; j > 0; j -= j & -j) sum += tree[row + j] ?? 0;
      for (let j = b0; j > 0; j -= j & -j) sum -= tree[row + j] ?? 0;
    }
    return sum;
  }
}
