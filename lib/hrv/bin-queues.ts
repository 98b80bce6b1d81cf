import { int32 } from './scratch';

/** One queue of (second, third) ranks per bin. All positions are fixed, because what enters and in what order is known beforehand. */
export class BinQueues {
  private readonly second: Int32Array;
  private readonly third: Int32Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;

  constructor(order: Int32Array, toBin: (start: number) => number, bins: number) {
    this.second = int32(order.length);
    this.third = int32(order.length);
    this.head = int32(bins);
    const sizes = int32(bins);
    for (const start of order) {
      const bin = toBin(start);
      sizes[bin] = (sizes[bin] ?? 0) + 1;
    }
    let at = 0;
    for (let b = 0; b < bins; b++) {
      this.head[b] = at;
      at += sizes[b] ?? 0;
    }
    this.tail = int32(bins);
    this.tail.set(this.head);
  }

  push(bin: number, second: number, third: number): void {
    const at = this.tail[bin] ?? 0;
    this.second[at] = second;
    this.third[at] = third;
    this.tail[bin] = at + 1;
  }

  shift(bin: number): void {
    this.head[bin] = (this.head[bin] ?? 0) + 1;
  }

  matches(bin: number, s0: number, s1: number, t0: number, t1: number): number {
    const { second, third } = this;
    const end = this.tail[bin] ?? 0;
    let count = 0;
    for (let i = this.head[bin] ?? 0; i < end; i++) {
      const s = second[i] ?? 0;
      const t = third[i] ?? 0;
      if (s >= s0 && s <= s1 && t >= t0 && t <= t1) count++;
    }
    return count;
  }
}
