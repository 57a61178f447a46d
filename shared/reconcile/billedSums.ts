/** So many numbers of a bill are held at once, about 80 bytes each. */
const MOST_NUMBERS = 2 ** 20;

/** Far more than a file of 64 MB has numbers for. */
const MOST_PARTS = 2 ** 16;

const EMPTY = -1;

/** Bytes that the names grow by at most, so that they do not take twice their size. */
const MOST_GROWTH = 8 * 2 ** 20;

/** A number that the bill does not have. */
export const ABSENT = EMPTY;

/** A number that belongs to another part of the bill. */
export const ELSEWHERE = -2;

const COMPARED = 1;
const MATCHED = 2;

/**
 * What a bill says of each number, in flat memory. A bill of more numbers than fit is held in parts by the hash of the
 * `_id`, so that a number and its record always belong to the same part.
 */
export class BilledSums {
  private count = 0;
  private slots = new Int32Array(1024).fill(EMPTY);
  private hashes = new Uint32Array(512);
  /** Where an `_id` begins in `names`; it ends where the next one begins. */
  private starts = new Uint32Array(513);
  private paidSums = new Float64Array(512);
  private allSums = new Float64Array(512);
  private flags = new Uint8Array(512);
  private names = Buffer.allocUnsafe(16_384);

  /** @param part this part of `parts`, counted from 0; the first part finds out how many there are */
  constructor(
    readonly part = 0,
    public parts = 1,
    private readonly mostNumbers = MOST_NUMBERS,
  ) {}

  get size(): number {
    return this.count;
  }

  /** Where a number is kept: `ABSENT` when the bill does not have it, `ELSEWHERE` when it belongs to another part. */
  indexOf(id: string): number {
    const hash = hashOf(id);
    return this.isOurs(hash) ? this.find(id, hash) : ELSEWHERE;
  }

  /**
   * Adds a line. @param amount in fen
   * @param released money that went back to the payer, which counts only where the ledger has no record
   * @param isCompared whether the line is looked for in the ledger
   */
  add(id: string, amount: number, released: boolean, isCompared: boolean): void {
    const hash = hashOf(id);
    if (!this.isOurs(hash)) return;
    const found = this.find(id, hash);
    const at = found === EMPTY ? this.insert(id, hash) : found;
    if (!released) this.paidSums[at] = (this.paidSums[at] ?? 0) + amount;
    if (isCompared) {
      this.allSums[at] = (this.allSums[at] ?? 0) + amount;
      this.flags[at] = (this.flags[at] ?? 0) | COMPARED;
    }
    while (this.part === 0 && this.count > this.mostNumbers && this.parts < MOST_PARTS) this.halve();
  }

  /** What the bill says was paid under the number that is kept there, in fen. */
  paidAt(index: number): number {
    return this.paidSums[index] ?? 0;
  }

  /** Notes that the ledger's record of a number was compared. @returns false when it was before */
  matchAt(index: number): boolean {
    if (index < 0) return true;
    const before = this.flags[index] ?? 0;
    this.flags[index] = before | MATCHED;
    return (before & MATCHED) === 0;
  }

  /** Numbers without a compared record, in the order of the bill. @param from index of the first */
  *unmatched(from: number): Generator<{ readonly index: number; readonly id: string; readonly amount: number }> {
    for (let index = from; index < this.count; index += 1) {
      if (this.flags[index] === COMPARED) yield { index, id: this.idAt(index), amount: this.allSums[index] ?? 0 };
    }
  }

  /** Which numbers were compared, a bit each in the order of the bill, base64. */
  get matched(): string {
    const bits = Buffer.alloc(Math.ceil(this.count / 8));
    for (let index = 0; index < this.count; index += 1) {
      if ((this.flags[index] ?? 0) & MATCHED) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
    }
    return bits.toString('base64');
  }

  set matched(text: string) {
    const bits = Buffer.from(text, 'base64');
    for (let index = 0; index < this.count; index += 1) {
      if (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) this.flags[index] = (this.flags[index] ?? 0) | MATCHED;
    }
  }

  private isOurs(hash: number): boolean {
    // The slot is chosen by the low bits, the part by the high ones.
    return this.parts === 1 || (hash >>> 12) % this.parts === this.part;
  }

  private find(id: string, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = this.slots[slot] ?? EMPTY;
      if (at === EMPTY || (this.hashes[at] === hash && this.idAt(at) === id)) return at;
    }
  }

  private insert(id: string, hash: number): number {
    if (this.count === this.hashes.length) this.grow();
    const at = this.count++;
    const start = this.starts[at] ?? 0;
    const bytes = Buffer.byteLength(id);
    const { length } = this.names;
    if (start + bytes > length)
      this.names = Buffer.concat([this.names], bytes + length + Math.min(length, MOST_GROWTH));
    this.names.write(id, start);
    this.starts[at + 1] = start + bytes;
    this.hashes[at] = hash;
    this.occupy(at);
    return at;
  }

  private idAt(at: number): string {
    return this.names.toString('utf8', this.starts[at], this.starts[at + 1]);
  }

  private occupy(at: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.hashes[at] ?? 0) & mask;
    while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.slots[slot] = at;
  }

  private grow(): void {
    const length = this.count * 2;
    this.hashes = widen(new Uint32Array(length), this.hashes);
    this.starts = widen(new Uint32Array(length + 1), this.starts);
    this.paidSums = widen(new Float64Array(length), this.paidSums);
    this.allSums = widen(new Float64Array(length), this.allSums);
    this.flags = widen(new Uint8Array(length), this.flags);
    this.slots = new Int32Array(length * 2).fill(EMPTY);
    for (let at = 0; at < this.count; at += 1) this.occupy(at);
  }

  /** Doubles the parts, and keeps of the numbers those that belong to this part still. */
  private halve(): void {
    this.parts *= 2;
    this.slots.fill(EMPTY);
    let kept = 0;
    let end = 0;
    for (let at = 0; at < this.count; at += 1) {
      const hash = this.hashes[at] ?? 0;
      if (!this.isOurs(hash)) continue;
      const from = this.starts[at] ?? 0;
      const to = this.starts[at + 1] ?? 0;
      this.names.copy(this.names, end, from, to);
      this.hashes[kept] = hash;
      this.paidSums[kept] = this.paidSums[at] ?? 0;
      this.allSums[kept] = this.allSums[at] ?? 0;
      this.flags[kept] = this.flags[at] ?? 0;
      this.starts[kept] = end;
      end += to - from;
      this.occupy(kept++);
    }
    for (const values of [this.paidSums, this.allSums, this.flags]) values.fill(0, kept, this.count);
    this.starts[kept] = end;
    this.count = kept;
  }
}

/** FNV-1a with a last mix, 32 bits: the same in every instance, because parts are continued elsewhere. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function widen<Values extends Uint32Array | Float64Array | Uint8Array>(wider: Values, values: Values): Values {
  wider.set(values);
  return wider;
}
