/** A binary heap: the least of its items is found at once, and taken or joined by another in log n steps. */
export class Heap<T> {
  #items: T[] = [];

  /** @param isBefore whether the first is less than the second */
  constructor(private readonly isBefore: (first: T, second: T) => boolean) {}

  get size(): number {
    return this.#items.length;
  }

  /** The least item, which stays. */
  peek(): T | undefined {
    return this.#items[0];
  }

  push(item: T): void {
    let index = this.#items.push(item) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (!this.#swapped(index, above)) return;
      index = above;
    }
  }

  /** Takes the least item. */
  pop(): T | undefined {
    const [least] = this.#items;
    const last = this.#items.pop();
    if (last === undefined || this.#items.length === 0) return least;
    this.#items[0] = last;
    let index = 0;
    let below = this.#lesserChild(index);
    while (this.#swapped(below, index)) {
      index = below;
      below = this.#lesserChild(index);
    }
    return least;
  }

  clear(): void {
    this.#items = [];
  }

  #lesserChild(index: number): number {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const [first, second] = [this.#items[left], this.#items[right]];
    return first !== undefined && second !== undefined && this.isBefore(second, first) ? right : left;
  }

  /** Exchanges two items when the lower one is less. */
  #swapped(lower: number, upper: number): boolean {
    const [low, high] = [this.#items[lower], this.#items[upper]];
    if (low === undefined || high === undefined || !this.isBefore(low, high)) return false;
    this.#items[lower] = high;
    this.#items[upper] = low;
    return true;
  }
}
