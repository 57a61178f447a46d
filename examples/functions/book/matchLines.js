const { createHash } = require('node:crypto');

/**
 * Tells whose line each receiver of a settlement is. Accounts in settlements are masked, and two may look alike, so a line
 * is known by its position in the request (`index`), by the hash of its account, or by WeChat Pay's number of it; a line
 * that was told of is not told of again.
 *
 * Answers `{ told, isStrange }`: `told` maps the positions of lines to their receivers, those only that are certain.
 * `isStrange` when something fits no line: then the settlement is not one of this request.
 */
exports.matchLines = (lines, receivers) => {
  const told = new Map();
  let open = receivers.map((receiver) => ({ receiver, fitting: fittingLines(lines, receiver) }));
  for (;;) {
    open = open.map(({ receiver, fitting }) => ({ receiver, fitting: fitting.filter((line) => !told.has(line)) }));
    if (open.some(({ fitting }) => fitting.length === 0)) return { told: new Map(), isStrange: true };
    const certain = open.find(({ fitting }) => fitting.length === 1);
    if (!certain) break;
    told.set(certain.fitting[0], certain.receiver);
    open = open.filter((one) => one !== certain);
  }
  for (const [line, receiver] of alike(open)) told.set(line, receiver);
  return { told, isStrange: false };
};

/** `#` and the first half of the SHA-256 of the account, as settlements and the ledger carry it. */
const hashOf = (account) => `#${createHash('sha256').update(account).digest('hex').slice(0, 32)}`;

function fittingLines(lines, receiver) {
  if (typeof receiver !== 'object' || receiver === null) return [];
  const { index, account_hash, detail_id, account, amount, result } = receiver;
  return [...lines.keys()].filter((position) => {
    const line = lines[position];
    if (index !== undefined && index !== position) return false;
    if (detail_id && line.detailId && detail_id !== line.detailId) return false;
    if (amount !== line.amount || contradicts(line.result, result)) return false;
    return account_hash ? account_hash === hashOf(line.account) : fits(account, line.account);
  });
}

const FINAL = ['SUCCESS', 'CLOSED'];

/** Whether a line has come to its end: WeChat Pay never takes it back. */
exports.isFinal = ({ result }) => FINAL.includes(result);

const contradicts = (before, now) => FINAL.includes(before) && FINAL.includes(now) && before !== now;

/** `190****0110`, or the account as it is. */
function fits(shown, account) {
  if (typeof shown !== 'string') return false;
  const [head, tail] = shown.split('****');
  return tail === undefined ? head === account : account.startsWith(head) && account.endsWith(tail);
}

/** Receivers that fit the same lines need not be told apart where there are as many of them and all say the same. */
function alike(open) {
  const groups = new Map();
  for (const one of open) groups.set(one.fitting.join(), [...(groups.get(one.fitting.join()) ?? []), one]);
  const pairs = [...groups.values()].flatMap((group) => {
    const [{ fitting, receiver }] = group;
    const says = new Set(
      group.map(({ receiver: { result, fail_reason } }) => JSON.stringify([result, fail_reason ?? ''])),
    );
    // Which of them has which number stays open, so the number is not kept.
    const { detail_id: _, ...unnumbered } = receiver;
    return says.size === 1 && fitting.length === group.length ? fitting.map((line) => [line, unnumbered]) : [];
  });
  const lines = pairs.map(([line]) => line);
  return new Set(lines).size === lines.length ? pairs : [];
}
