/** Makes objects recognisable to every copy of this module in a program, such as one loaded by import and one by require. */
export interface Brand {
  mark(value: object): void;
  /** False for any other value, also for one that throws when it is looked at. */
  isOn(value: unknown): boolean;
}

export function brandOf(name: string): Brand {
  // Symbol.for is one registry for the whole program, whichever copy asks.
  const key = Symbol.for(`cloudpay-profitsharing.${name}`);
  return {
    mark: (value) => void Object.defineProperty(value, key, { value: true }),
    isOn: (value) => {
      try {
        return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[key] === true;
      } catch {
        return false;
      }
    },
  };
}
