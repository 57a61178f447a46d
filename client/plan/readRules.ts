import { MOST_FEN } from './exact';
import type { Part, Rounding } from './portions';
import type { Fields, Reader } from './Reader';
import type { ReadGroup, ReadPayee, ReadRule } from './ReadRule';
import { readPortion } from './readPortion';
import { refuseOtherNames, refuseRepeated } from './repetitions';
import type { RatioBase } from './ShareRules';

export interface ReadRules {
  readonly description: string;
  readonly rounding: Rounding;
  readonly rest: 'keep' | 'finish' | 'single';
  readonly lines: readonly ReadRule[];
}

/** What the rules need to know of the order: the bases of ratios, and who must not be paid by a single share. */
export interface Bases {
  readonly amounts: Readonly<Record<RatioBase, number>>;
  readonly payer: string | undefined;
}

/** As many as 50 requests of 50 receivers can pay. */
const MOST_LINES = 2500;

const BASES = ['paid', 'paid_minus_refunds', 'paid_minus_refunds_minus_fee'] as const;
const ROUNDINGS = ['down', 'half_up', 'largest_remainder'] as const;
const TYPES = ['MERCHANT_ID', 'PERSONAL_OPENID', 'PERSONAL_SUB_OPENID'] as const;

const AMOUNTS = ['ratio', 'ten_thousandths', 'amount', 'remainder'];
const BOUNDS = ['minimum', 'maximum'];
const PAYEE = [...AMOUNTS, ...BOUNDS, 'receiver', 'description'];
const GROUP = [...AMOUNTS, ...BOUNDS, 'of', 'group', 'rounding', 'members'];

interface Context extends Bases {
  readonly reader: Reader;
  readonly description: string;
  readonly base: RatioBase;
  readonly isSingle: boolean;
  /** How many payees were read, of all rules. */
  count: number;
}

export function readRules(reader: Reader, value: unknown, bases: Bases): ReadRules {
  const fields = reader.object(value, 'rules', ['description', 'base', 'rounding', 'rest', 'lines']);
  const description = reader.text(fields.description, 'rules.description', 80);
  const base = reader.oneOf(fields.base, 'rules.base', BASES);
  const rest = reader.oneOf(fields.rest, 'rules.rest', ['keep', 'finish', 'single']);
  const context = { ...bases, reader, description, base, isSingle: rest === 'single', count: 0 };
  const rounding = reader.oneOf(fields.rounding, 'rules.rounding', ROUNDINGS);
  const list = reader.list(fields.lines, 'rules.lines', MOST_LINES);
  const lines = list.map((line, index) => readRule(context, line, `rules.lines[${index}]`));
  refuseRepeated(reader, lines, (line) => ('group' in line ? line.group : undefined), 'group', 'duplicate');
  refuseRepeated(reader, lines, isRemainder, 'remainder', 'twoRemainders');
  refuseOtherNames(reader, lines);
  return { description, rounding, rest, lines };
}

function readRule(context: Context, value: unknown, field: string): ReadRule {
  const isGroup = typeof value === 'object' && value !== null && Object.keys(value).includes('members');
  const fields = context.reader.object(value, field, isGroup ? GROUP : [...PAYEE, 'of']);
  return isGroup ? readGroup(context, fields, field) : readPayee(context, fields, field, AMOUNTS);
}

function readGroup(context: Context, fields: Fields, field: string): ReadGroup {
  const { reader } = context;
  const group = reader.text(fields.group, `${field}.group`, 64);
  const list = reader.list(fields.members, `${field}.members`, MOST_LINES - context.count);
  if (Array.isArray(fields.members) && fields.members.length === 0) reader.refuse(`${field}.members`, 'minItems', 1);
  const members = list.map((member, index) => {
    const at = `${field}.members[${index}]`;
    return readPayee(context, reader.object(member, at, [...PAYEE, 'equal']), at, [...AMOUNTS, 'equal'], 'group');
  });
  const last = ({ portion }: ReadPayee) => portion.kind === 'remainder';
  refuseRepeated(reader, members, isRemainder, 'remainder', 'twoRemainders');
  // The remainder would be nothing: the equal parts are of everything that is left.
  const equal = members.find(({ portion }) => portion.kind === 'equal');
  if (equal && members.some(last)) reader.refuse(`${equal.said.field}.equal`, 'exactlyOne', 'equal, remainder');
  return {
    ...readPart(context, fields, field, AMOUNTS),
    key: JSON.stringify(['group', group]),
    isCounted: members.every(({ isCounted }) => isCounted),
    group,
    rounding:
      fields.rounding === undefined
        ? 'largest_remainder'
        : reader.oneOf(fields.rounding, `${field}.rounding`, ROUNDINGS),
    members,
  };
}

function readPayee(
  context: Context,
  fields: Fields,
  field: string,
  amounts: readonly string[],
  of?: 'group',
): ReadPayee {
  const { reader, payer, isSingle } = context;
  context.count += 1;
  if (context.count > MOST_LINES) reader.refuse('rules.lines', 'maxItems', MOST_LINES);
  const whom = reader.object(fields.receiver, `${field}.receiver`, ['type', 'account', 'name']);
  if (whom.type === undefined) reader.refuse(`${field}.receiver.type`, 'required');
  const receiver = {
    type: reader.oneOf(whom.type, `${field}.receiver.type`, TYPES),
    account: reader.text(whom.account, `${field}.receiver.account`, 64),
  };
  const isPayer = receiver.type === 'MERCHANT_ID' && receiver.account === payer;
  if (isPayer && isSingle) reader.refuse(`${field}.receiver.account`, 'payer');
  const part = readPart(context, fields, field, amounts, of);
  const name = reader.optionalText(whom.name, `${field}.receiver.name`, 1024);
  const description = reader.optionalText(fields.description, `${field}.description`, 80) ?? context.description;
  const { portion, minimum, maximum } = part;
  const key = JSON.stringify([receiver.type, receiver.account, portion, minimum, maximum, description, name]);
  return { ...part, key, isCounted: !isPayer, receiver, name, description };
}

function readPart(context: Context, fields: Fields, field: string, amounts: readonly string[], of?: 'group') {
  const { reader, amounts: bases } = context;
  const minimum = reader.whole(fields.minimum, `${field}.minimum`, {}, 0);
  const maximum = reader.whole(fields.maximum, `${field}.maximum`, {}, MOST_FEN);
  if (minimum > maximum) reader.refuse(`${field}.minimum`, 'bounds', minimum - maximum);
  const base = of ?? (fields.of === undefined ? context.base : reader.oneOf(fields.of, `${field}.of`, BASES));
  const portion = readPortion(reader, fields, field, amounts, base === 'group' ? 0 : bases[base]);
  const isRatio = portion.kind === 'ratio';
  const ratio = typeof fields.ratio === 'string' ? fields.ratio : `${fields.ten_thousandths}/10000`;
  return {
    portion,
    minimum,
    maximum,
    said: { field, of: isRatio ? base : ('left' as const), ...(isRatio && { ratio }) },
  };
}

const isRemainder = ({ portion }: Part) => (portion.kind === 'remainder' ? 'remainder' : undefined);
