/**
 * What is placed while one problem is solved, and what is left of each counter. Made for one problem, thrown away with it. One long file, for
 * exchange and search undo their steps on the same insides; the time of a plan is spent here.
 */

export interface Spot {
  readonly startMs: number;
  readonly endMs: number;
  readonly value: number;
  readonly uses: readonly { readonly key: string; readonly amount: number; readonly most: number }[];
  /** Pairs with such a spot may have a bonus. */
  readonly bonds: boolean;
}

export interface Problem<S extends Spot> {
  /** Spots of each choice, the best first. */
  readonly choices: readonly (readonly S[])[];
  readonly clash: (a: S, b: S) => boolean;
  readonly bonus: (a: S, b: S) => number;
  /** Of each counter, what is used already. */
  readonly used: ReadonlyMap<string, number>;
  /** For each choice a spot to begin with, where there is one. */
  readonly start?: readonly (S | null)[];
}

/** Spots of one choice that use the same: what does not fit of one fits of none. The best first. */
interface Group<S> {
  readonly spots: S[];
  readonly counters: readonly number[];
  readonly amounts: readonly number[];
}

const ROUNDS = 2;
const BETTER = 1e-9;

export class Board<S extends Spot> {
  value = 0;
  readonly #problem: Problem<S>;
  readonly #groups: Group<S>[][];
  /** Value that a choice may still have where it is not: on another day, or shorter. */
  readonly #elsewhere: number[];
  readonly #start: number[];
  #left: number[];
  readonly #spots: (S | null)[];
  readonly #taken: (Group<S> | null)[];
  #placed: number[] = [];

  constructor(problem: Problem<S>) {
    this.#problem = problem;
    const index = new Map<string, number>();
    this.#start = [];
    this.#groups = problem.choices.map((spots) => {
      const groups = new Map<string, Group<S>>();
      const seen = new Map<Spot['uses'], Group<S>>();
      for (const spot of spots) {
        let group = seen.get(spot.uses);
        if (group === undefined) {
          const key = spot.uses.map(({ key, amount }) => `${key} ${amount}`).join();
          group = groups.get(key) ?? this.#group(spot, index);
          groups.set(key, group);
          seen.set(spot.uses, group);
        }
        group.spots.push(spot);
      }
      return [...groups.values()];
    });
    this.#elsewhere = this.#groups.map((groups) => groups[1]?.spots[0]?.value ?? 0);
    this.#left = [...this.#start];
    this.#spots = problem.choices.map(() => null);
    this.#taken = problem.choices.map(() => null);
  }

  #group(spot: S, index: Map<string, number>): Group<S> {
    const counters = spot.uses.map(({ key, most }) => {
      const known = index.get(key);
      if (known !== undefined) return known;
      index.set(key, this.#start.length);
      this.#start.push(most - (this.#problem.used.get(key) ?? 0));
      return this.#start.length - 1;
    });
    return { spots: [], counters, amounts: spot.uses.map(({ amount }) => amount) };
  }

  clear(): void {
    this.#left = [...this.#start];
    this.#spots.fill(null);
    this.#taken.fill(null);
    this.#placed = [];
    this.value = 0;
  }

  result(): (S | null)[] {
    return [...this.#spots];
  }

  /** Places a choice as well as it now can be; false where it cannot. */
  insert(choice: number): boolean {
    let best: S | null = null;
    let from: Group<S> | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const group of this.#groups[choice] ?? []) {
      const first = group.spots[0];
      if (first === undefined || (!first.bonds && first.value <= most) || !this.#hasRoom(group)) continue;
      for (const spot of group.spots) {
        if (!spot.bonds && spot.value <= most) break;
        const value = spot.value + this.#bonus(spot);
        if (value <= most || this.#clashes(spot)) continue;
        best = spot;
        from = group;
        most = value;
      }
    }
    if (best === null || from === null) return false;
    this.#put(choice, best, from);
    return true;
  }

  isOut(choice: number): boolean {
    return this.#spots[choice] === null;
  }

  /** Places a choice just there; false where it does not go. */
  insertAt(choice: number, spot: S): boolean {
    const group = this.#groups[choice]?.find(({ spots }) => spots.includes(spot));
    if (group === undefined || !this.#hasRoom(group) || this.#clashes(spot)) return false;
    this.#put(choice, spot, group);
    return true;
  }

  /**
   * Tries all combinations of these choices, the others staying where they are: branch and bound, up to a number of steps, with so
   * many spots of each. What is there is replaced by a better one only.
   */
  refine(choices: readonly number[], steps: number, spotsEach: number): void {
    const kept = choices.map((one) => ({ one, spot: this.#spots[one] ?? null, group: this.#taken[one] ?? null }));
    let best = { value: this.value, taken: kept };
    for (const { one } of kept) this.#take(one);
    const bounds = choices.map((one) => this.#boundOf(one));
    // What may still come after each, the densest first: filling the time in that order gives more than can be had.
    const rest = choices.map((_, at) => bounds.slice(at).sort((a, b) => b.density - a.density));
    const slack = this.#bonusSlack(choices);
    const counters = [...new Set(bounds.flatMap(({ main }) => main))];
    let left = steps;
    const search = (at: number): void => {
      if (--left < 0) return;
      if (this.value > best.value + BETTER) {
        best = {
          value: this.value,
          taken: choices.map((one) => ({ one, spot: this.#spots[one] ?? null, group: this.#taken[one] ?? null })),
        };
      }
      const choice = choices[at];
      if (choice === undefined) return;
      // No more than the best of each, nor than the best use of the time that is left.
      let room = counters.reduce((sum, counter) => sum + (this.#left[counter] ?? 0), 0);
      let hope = this.value + slack;
      for (const { value, density } of rest[at] ?? []) {
        const amount = density === 0 ? 0 : Math.min(room, value / density);
        hope += density === 0 ? value : amount * density;
        room -= amount;
      }
      if (hope <= best.value + BETTER) return;
      for (const group of this.#groups[choice] ?? []) {
        if (!this.#hasRoom(group)) continue;
        let tried = 0;
        for (const spot of group.spots) {
          if (left < 0) return;
          if (this.#clashes(spot)) continue;
          if (++tried > spotsEach) break;
          this.#put(choice, spot, group);
          search(at + 1);
          this.#take(choice);
        }
      }
      search(at + 1);
    };
    search(0);
    for (const { one, spot, group } of best.taken) if (spot !== null && group !== null) this.#put(one, spot, group);
  }

  /** The most a choice can be worth, and worth a unit of the counter it uses most of. */
  #boundOf(choice: number): { value: number; density: number; main: number[] } {
    const groups = this.#groups[choice] ?? [];
    let [value, density] = [0, 0];
    const main: number[] = [];
    for (const { spots, counters, amounts } of groups) {
      const worth = spots[0]?.value ?? 0;
      const most = Math.max(...amounts);
      const counter = counters[amounts.indexOf(most)];
      if (counter !== undefined && most > 1) main.push(counter);
      value = Math.max(value, worth);
      density = Math.max(density, most > 1 ? worth / most : Number.POSITIVE_INFINITY);
    }
    return { value, density: Number.isFinite(density) ? density : 0, main };
  }

  #bonusSlack(choices: readonly number[]): number {
    const bonded = choices.map((one) => this.#problem.choices[one] ?? []).filter(([spot]) => spot?.bonds === true);
    let sum = 0;
    for (const [i, spots] of bonded.entries()) {
      for (const others of bonded.slice(i + 1)) {
        sum += spots.reduce((most, a) => others.reduce((more, b) => Math.max(more, this.#problem.bonus(a, b)), most), 0);
      }
    }
    return sum;
  }

  /** Until nothing helps: a better place for what is in, and room for what is out at the cost of one other, or two, which may come back. */
  improve(order: readonly number[], thoroughly: boolean): void {
    for (let round = 0; round < (thoroughly ? ROUNDS : 1); round++) {
      const before = this.value;
      for (const choice of order) {
        const spot = this.#spots[choice] ?? null;
        const group = this.#taken[choice] ?? null;
        if (spot === null || group === null) {
          if (!this.insert(choice)) this.#exchange(choice, order, thoroughly);
        } else {
          this.#take(choice);
          if (!this.insert(choice)) this.#put(choice, spot, group);
        }
      }
      if (this.value <= before + BETTER) return;
    }
  }

  /** Lets a choice in by taking out one or two of those in its way, if all in all that is better. */
  #exchange(choice: number, order: readonly number[], thoroughly: boolean): void {
    const groups = this.#groups[choice] ?? [];
    const worth = groups[0]?.spots[0]?.value ?? 0;
    const rivals = this.#placed.filter((one) => this.#competes(groups, one));
    for (const a of rivals) {
      if (worth > this.#cost(a) && this.#swap(choice, [a], thoroughly ? order : [])) return;
    }
    if (!thoroughly) return;
    for (const [i, a] of rivals.entries()) {
      for (const b of rivals.slice(i + 1)) {
        if (worth > this.#cost(a) + this.#cost(b) && this.#swap(choice, [a, b], order)) return;
      }
    }
  }

  /** What taking a choice out costs at least. */
  #cost(choice: number): number {
    return (this.#spots[choice]?.value ?? 0) - (this.#elsewhere[choice] ?? 0);
  }

  /** Takes `out` out and lets the choice in; then those taken out, and `others`, as far as they go. Undone unless it is better. */
  #swap(choice: number, out: readonly number[], others: readonly number[]): boolean {
    const value = this.value;
    const before = out.map((one) => ({ one, spot: this.#spots[one] ?? null, group: this.#taken[one] ?? null }));
    for (const one of out) this.#take(one);
    const added: number[] = [];
    if (this.insert(choice)) {
      added.push(choice);
      for (const one of out) if (this.insert(one)) added.push(one);
      for (const one of others) if (this.#spots[one] === null && this.insert(one)) added.push(one);
      if (this.value > value + BETTER) return true;
    }
    for (const one of added) this.#take(one);
    for (const { one, spot, group } of before) if (spot !== null && group !== null) this.#put(one, spot, group);
    this.value = value;
    return false;
  }

  /** Whether what is placed uses a counter that the choice needs more of than is left, or clashes with its best. */
  #competes(groups: readonly Group<S>[], other: number): boolean {
    const theirs = this.#taken[other]?.counters ?? [];
    const there = this.#spots[other];
    return groups.some(({ counters, amounts, spots }) => {
      if (counters.some((counter, i) => (this.#left[counter] ?? 0) < (amounts[i] ?? 0) && theirs.includes(counter))) return true;
      const best = spots[0];
      return best !== undefined && there !== null && there !== undefined && this.#problem.clash(there, best);
    });
  }

  #hasRoom({ counters, amounts }: Group<S>): boolean {
    for (let i = 0; i < counters.length; i++) if ((this.#left[counters[i] ?? 0] ?? 0) < (amounts[i] ?? 0)) return false;
    return true;
  }

  #clashes(spot: S): boolean {
    for (const choice of this.#placed) {
      const placed = this.#spots[choice];
      if (placed !== null && placed !== undefined && this.#problem.clash(placed, spot)) return true;
    }
    return false;
  }

  #bonus(spot: S): number {
    if (!spot.bonds) return 0;
    let sum = 0;
    for (const choice of this.#placed) {
      const placed = this.#spots[choice];
      if (placed?.bonds === true) sum += this.#problem.bonus(placed, spot);
    }
    return sum;
  }

  #put(choice: number, spot: S, group: Group<S>): void {
    this.value += spot.value + this.#bonus(spot);
    this.#spots[choice] = spot;
    this.#taken[choice] = group;
    this.#placed.push(choice);
    this.#count(group, -1);
  }

  #take(choice: number): void {
    const spot = this.#spots[choice];
    const group = this.#taken[choice];
    if (spot === null || spot === undefined || group === null || group === undefined) return;
    this.#spots[choice] = null;
    this.#taken[choice] = null;
    this.#placed.splice(this.#placed.indexOf(choice), 1);
    this.value -= spot.value + this.#bonus(spot);
    this.#count(group, 1);
  }

  #count({ counters, amounts }: Group<S>, sign: 1 | -1): void {
    for (let i = 0; i < counters.length; i++) {
      const counter = counters[i] ?? 0;
      this.#left[counter] = (this.#left[counter] ?? 0) + sign * (amounts[i] ?? 0);
    }
  }
}
