// One long file, because exchange and search undo their steps on the same insides, and the time of a plan is spent here.

/** The state of one planning problem: what is placed, and how much of each counter is left. */

export interface Slot {
  readonly startMs: number;
  readonly endMs: number;
  readonly value: number;
  readonly uses: readonly { readonly key: string; readonly amount: number; readonly most: number }[];
  /** Whether pairs with such a slot may earn a bonus. */
  readonly bonds: boolean;
}

export interface Problem<S extends Slot> {
  /** Slots of each choice, best first. */
  readonly choices: readonly (readonly S[])[];
  readonly clash: (a: S, b: S) => boolean;
  readonly bonus: (a: S, b: S) => number;
  /** Amount of each counter that is already used. */
  readonly used: ReadonlyMap<string, number>;
  /** The slot to start with for each choice, if any. */
  readonly start?: readonly (S | null)[];
}

/** Slots of one choice that use the same counters: if one does not fit, none does. Best first. */
interface Group<S> {
  readonly slots: S[];
  readonly counters: readonly number[];
  readonly amounts: readonly number[];
}

const ROUNDS = 2;
const BETTER = 1e-9;

export class Schedule<S extends Slot> {
  value = 0;
  readonly #problem: Problem<S>;
  readonly #groups: Group<S>[][];
  /** Value that a choice can still reach on another day or with a shorter dose. */
  readonly #elsewhere: number[];
  readonly #start: number[];
  #left: number[];
  readonly #slots: (S | null)[];
  readonly #taken: (Group<S> | null)[];
  #placed: number[] = [];

  constructor(problem: Problem<S>) {
    this.#problem = problem;
    const index = new Map<string, number>();
    this.#start = [];
    this.#groups = problem.choices.map((slots) => {
      const groups = new Map<string, Group<S>>();
      const seen = new Map<Slot['uses'], Group<S>>();
      for (const slot of slots) {
        let group = seen.get(slot.uses);
        if (group === undefined) {
          const key = slot.uses.map(({ key, amount }) => `${key} ${amount}`).join();
          group = groups.get(key) ?? this.#group(slot, index);
          groups.set(key, group);
          seen.set(slot.uses, group);
        }
        group.slots.push(slot);
      }
      return [...groups.values()];
    });
    this.#elsewhere = this.#groups.map((groups) => groups[1]?.slots[0]?.value ?? 0);
    this.#left = [...this.#start];
    this.#slots = problem.choices.map(() => null);
    this.#taken = problem.choices.map(() => null);
  }

  #group(slot: S, index: Map<string, number>): Group<S> {
    const counters = slot.uses.map(({ key, most }) => {
      const known = index.get(key);
      if (known !== undefined) return known;
      index.set(key, this.#start.length);
      this.#start.push(most - (this.#problem.used.get(key) ?? 0));
      return this.#start.length - 1;
    });
    return { slots: [], counters, amounts: slot.uses.map(({ amount }) => amount) };
  }

  clear(): void {
    this.#left = [...this.#start];
    this.#slots.fill(null);
    this.#taken.fill(null);
    this.#placed = [];
    this.value = 0;
  }

  result(): (S | null)[] {
    return [...this.#slots];
  }

  /** Places a choice in the best slot that is free; false if none is. */
  insert(choice: number): boolean {
    let best: S | null = null;
    let from: Group<S> | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const group of this.#groups[choice] ?? []) {
      const first = group.slots[0];
      if (first === undefined || (!first.bonds && first.value <= most) || !this.#hasRoom(group)) continue;
      for (const slot of group.slots) {
        if (!slot.bonds && slot.value <= most) break;
        const value = slot.value + this.#bonus(slot);
        if (value <= most || this.#clashes(slot)) continue;
        best = slot;
        from = group;
        most = value;
      }
    }
    if (best === null || from === null) return false;
    this.#put(choice, best, from);
    return true;
  }

  isOut(choice: number): boolean {
    return this.#slots[choice] === null;
  }

  /** Places a choice in exactly this slot; false if it does not fit. */
  insertAt(choice: number, slot: S): boolean {
    const group = this.#groups[choice]?.find(({ slots }) => slots.includes(slot));
    if (group === undefined || !this.#hasRoom(group) || this.#clashes(slot)) return false;
    this.#put(choice, slot, group);
    return true;
  }

  /**
   * Searches all combinations of these choices by branch and bound, while the others stay where they are. `steps` limits the search and
   * `slotsEach` the slots per choice. Replaces the current placement only with a better one.
   */
  refine(choices: readonly number[], steps: number, slotsEach: number): void {
    const kept = choices.map((one) => ({ one, slot: this.#slots[one] ?? null, group: this.#taken[one] ?? null }));
    let best = { value: this.value, taken: kept };
    for (const { one } of kept) this.#take(one);
    const bounds = choices.map((one) => this.computeBound(one));
    // Upper bound for what may follow each choice: filling the time with the densest first gives at least the best result.
    const rest = choices.map((_, at) => bounds.slice(at).sort((a, b) => b.density - a.density));
    const slack = this.#bonusSlack(choices);
    const counters = [...new Set(bounds.flatMap(({ main }) => main))];
    let left = steps;
    const search = (at: number): void => {
      if (--left < 0) return;
      if (this.value > best.value + BETTER) {
        best = {
          value: this.value,
          taken: choices.map((one) => ({ one, slot: this.#slots[one] ?? null, group: this.#taken[one] ?? null })),
        };
      }
      const choice = choices[at];
      if (choice === undefined) return;
      // Bounded by the best slot of each choice, and by the best use of the time that is left.
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
        for (const slot of group.slots) {
          if (left < 0) return;
          if (this.#clashes(slot)) continue;
          if (++tried > slotsEach) break;
          this.#put(choice, slot, group);
          search(at + 1);
          this.#take(choice);
        }
      }
      search(at + 1);
    };
    search(0);
    for (const { one, slot, group } of best.taken) if (slot !== null && group !== null) this.#put(one, slot, group);
  }

  /** Upper bounds of a choice: its value, and its value per unit of the counter that it uses most. */
  computeBound(choice: number): { value: number; density: number; main: number[] } {
    const groups = this.#groups[choice] ?? [];
    let [value, density] = [0, 0];
    const main: number[] = [];
    for (const { slots, counters, amounts } of groups) {
      const worth = slots[0]?.value ?? 0;
      const most = Math.max(...amounts);
      const counter = counters[amounts.indexOf(most)];
      if (counter !== undefined && most > 1) main.push(counter);
      value = Math.max(value, worth);
      density = Math.max(density, most > 1 ? worth / most : Number.POSITIVE_INFINITY);
    }
    return { value, density: Number.isFinite(density) ? density : 0, main };
  }

  #bonusSlack(choices: readonly number[]): number {
    const bonded = choices.map((one) => this.#problem.choices[one] ?? []).filter(([slot]) => slot?.bonds === true);
    let sum = 0;
    for (const [i, slots] of bonded.entries()) {
      for (const others of bonded.slice(i + 1)) {
        sum += slots.reduce((most, a) => others.reduce((more, b) => Math.max(more, this.#problem.bonus(a, b)), most), 0);
      }
    }
    return sum;
  }

  /**
   * Improves the plan until nothing helps: moves placed choices to better slots, and places missing ones by displacing one or two others.
   */
  improve(order: readonly number[], thoroughly: boolean): void {
    for (let round = 0; round < (thoroughly ? ROUNDS : 1); round++) {
      const before = this.value;
      for (const choice of order) {
        const slot = this.#slots[choice] ?? null;
        const group = this.#taken[choice] ?? null;
        if (slot === null || group === null) {
          if (!this.insert(choice)) this.#exchange(choice, order, thoroughly);
        } else {
          this.#take(choice);
          if (!this.insert(choice)) this.#put(choice, slot, group);
        }
      }
      if (this.value <= before + BETTER) return;
    }
  }

  /** Places a choice by removing one or two that block it, if the total value rises. */
  #exchange(choice: number, order: readonly number[], thoroughly: boolean): void {
    const groups = this.#groups[choice] ?? [];
    const worth = groups[0]?.slots[0]?.value ?? 0;
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

  /** The least that removing a choice costs. */
  #cost(choice: number): number {
    return (this.#slots[choice]?.value ?? 0) - (this.#elsewhere[choice] ?? 0);
  }

  /**
   * Removes `out` and places the choice; then places the removed ones and `others` again if they fit. Undoes all of it unless the total
   * rises.
   */
  #swap(choice: number, out: readonly number[], others: readonly number[]): boolean {
    const value = this.value;
    const before = out.map((one) => ({ one, slot: this.#slots[one] ?? null, group: this.#taken[one] ?? null }));
    for (const one of out) this.#take(one);
    const added: number[] = [];
    if (this.insert(choice)) {
      added.push(choice);
      for (const one of out) if (this.insert(one)) added.push(one);
      for (const one of others) if (this.#slots[one] === null && this.insert(one)) added.push(one);
      if (this.value > value + BETTER) return true;
    }
    for (const one of added) this.#take(one);
    for (const { one, slot, group } of before) if (slot !== null && group !== null) this.#put(one, slot, group);
    this.value = value;
    return false;
  }

  /** Whether a placed choice uses a counter of which too little is left for this choice, or conflicts with its best slot. */
  #competes(groups: readonly Group<S>[], other: number): boolean {
    const theirs = this.#taken[other]?.counters ?? [];
    const there = this.#slots[other];
    return groups.some(({ counters, amounts, slots }) => {
      if (counters.some((counter, i) => (this.#left[counter] ?? 0) < (amounts[i] ?? 0) && theirs.includes(counter))) return true;
      const best = slots[0];
      return best !== undefined && there !== null && there !== undefined && this.#problem.clash(there, best);
    });
  }

  #hasRoom({ counters, amounts }: Group<S>): boolean {
    for (let i = 0; i < counters.length; i++) if ((this.#left[counters[i] ?? 0] ?? 0) < (amounts[i] ?? 0)) return false;
    return true;
  }

  #clashes(slot: S): boolean {
    for (const choice of this.#placed) {
      const placed = this.#slots[choice];
      if (placed !== null && placed !== undefined && this.#problem.clash(placed, slot)) return true;
    }
    return false;
  }

  #bonus(slot: S): number {
    if (!slot.bonds) return 0;
    let sum = 0;
    for (const choice of this.#placed) {
      const placed = this.#slots[choice];
      if (placed?.bonds === true) sum += this.#problem.bonus(placed, slot);
    }
    return sum;
  }

  #put(choice: number, slot: S, group: Group<S>): void {
    this.value += slot.value + this.#bonus(slot);
    this.#slots[choice] = slot;
    this.#taken[choice] = group;
    this.#placed.push(choice);
    this.#count(group, -1);
  }

  #take(choice: number): void {
    const slot = this.#slots[choice];
    const group = this.#taken[choice];
    if (slot === null || slot === undefined || group === null || group === undefined) return;
    this.#slots[choice] = null;
    this.#taken[choice] = null;
    this.#placed.splice(this.#placed.indexOf(choice), 1);
    this.value -= slot.value + this.#bonus(slot);
    this.#count(group, 1);
  }

  #count({ counters, amounts }: Group<S>, sign: 1 | -1): void {
    for (let i = 0; i < counters.length; i++) {
      const counter = counters[i] ?? 0;
      this.#left[counter] = (this.#left[counter] ?? 0) + sign * (amounts[i] ?? 0);
    }
  }
}
