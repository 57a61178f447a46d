const TYPES = ['MERCHANT_ID', 'PERSONAL_OPENID', 'PERSONAL_SUB_OPENID'];

/** WeChat Pay takes 80 characters; an emoji counts twice here, so that no counting finds more. */
const LONGEST_DESCRIPTION = 80;

/** What is said of a share whose order has no title at all. */
const UNTITLED = '订单分账';

/** Two payees are the same when type and account are: WeChat Pay takes a receiver only once per request. */
exports.keyOf = ({ type, account }) => `${type}:${account}`;

/**
 * Who gets what of an order, in fen: `{ lines }`, one per payee. Everything comes from the order as it was placed. Where it
 * cannot be trusted to the fen there are no lines, and `problem` names the field a person has to look at.
 */
exports.planOf = ({ items, total, title: orderTitle }) => {
  if (!Array.isArray(items)) return { lines: [], problem: 'items' };
  const lines = new Map();
  let sum = 0;
  for (const [index, item] of items.entries()) {
    const { payee, cost, title } = item ?? {};
    if (!payee || cost === 0) continue;
    // A cost as text would be appended instead of added: 500 and '500' are 500500.
    if (!Number.isSafeInteger(cost) || cost < 0) return { lines: [], problem: `items[${index}].cost` };
    if (!isPayee(payee)) return { lines: [], problem: `items[${index}].payee` };
    const { type, account, name } = payee;
    const key = exports.keyOf(payee);
    const { amount, description } = lines.get(key) ?? { amount: 0, description: descriptionOf(title, orderTitle) };
    lines.set(key, { type, account, ...(name && { name }), amount: amount + cost, description });
    sum += cost;
  }
  return sum > total ? { lines: [], problem: 'total' } : { lines: [...lines.values()] };
};

function isPayee({ type, account, name }) {
  return TYPES.includes(type) && isText(account) && (name === undefined || name === null || typeof name === 'string');
}

const isText = (value) => typeof value === 'string' && value.trim() !== '';

/** The first of these titles that says anything, without what no wire carries: control characters and halves of emoji. */
function descriptionOf(...titles) {
  const readable = titles.filter(isText).map((title) => title.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim());
  let description = '';
  for (const character of readable.find(isText) ?? UNTITLED) {
    if (description.length + character.length > LONGEST_DESCRIPTION) break;
    description += character;
  }
  return description;
}
