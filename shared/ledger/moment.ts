/** Stands for the time at which the database writes it, known once the record is read back. */
export class Stamp {
  // A private field makes the type nominal: no other object passes for a stamp.
  readonly #brand = true;

  static is(value: unknown): value is Stamp {
    return typeof value === 'object' && value !== null && #brand in value;
  }
}

/** Epoch ms by the database's clock: instances' clocks differ by minutes. */
export type Moment = number | Stamp;
