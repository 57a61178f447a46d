/**
 * Stands for the time at which the database writes it. Which time that was is known once the record is read back; until
 * then the same object means the same moment.
 */
export class Stamp {
  // A private field makes the type nominal: no other object passes for a stamp.
  readonly #brand = true;

  static is(value: unknown): value is Stamp {
    return typeof value === 'object' && value !== null && #brand in value;
  }
}

/** A time by the database's clock, epoch ms: instances' clocks differ by minutes, this one they share. */
export type Moment = number | Stamp;
