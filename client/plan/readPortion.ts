import { WHOLE } from './exact';
import { parseRatio } from './parseRatio';
import type { Portion } from './portions';
import type { Fields, Reader } from './Reader';

/** How much a rule or a member asks for, by the one of `names` that it gives; `base` is what a ratio is of, in fen. */
export function readPortion(
  reader: Reader,
  fields: Fields,
  field: string,
  names: readonly string[],
  base: number,
): Portion {
  const given = names.filter((name) => fields[name] !== undefined);
  const [name = ''] = given;
  if (given.length !== 1) reader.refuse(`${field}.${name || names[0]}`, 'exactlyOne', names.join(', '));
  const value = fields[name];
  const at = `${field}.${name}`;
  if (name === 'amount') return { kind: 'amount', fen: reader.whole(value, at) };
  if (name === 'ten_thousandths') {
    return { kind: 'ratio', base, units: reader.whole(value, at, { most: 10_000 }) * (WHOLE / 10_000), per: WHOLE };
  }
  if (name === 'ratio') {
    const units = typeof value === 'string' ? parseRatio(value) : undefined;
    if (units === undefined) reader.refuse(at, 'ratio');
    return { kind: 'ratio', base, units: units ?? 0, per: WHOLE };
  }
  if (given.length > 0 && value !== true) reader.refuse(at, 'enum', 'true');
  return { kind: name === 'equal' ? 'equal' : 'remainder' };
}
