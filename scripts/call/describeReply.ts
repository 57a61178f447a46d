import type { UnknownFields } from '../../shared/contract';
import { failReasons, returnFailReasons } from '../../shared/generated/errors';
import { linesOf } from '../../shared/lines';
import { type Locale, translate } from '../../shared/locale';
import { masked } from '../../shared/masked';
import type { Operation } from '../../shared/operation';
import type { Reply } from '../../shared/reply';
import type { SettledReceiver, Settlement } from '../../shared/settlement';
import { inYuan } from './inYuan';
import { messages } from './messages';
import type { Style } from './style';
import { table, widthOf } from './table';

/** Fields with a line of their own, and fields that mean nothing to a reader. */
const SHOWN_ELSEWHERE = new Set([
  ...['return_code', 'return_msg', 'result_code', 'err_code', 'err_code_des', 'error_code', 'error_msg', 'err_msg'],
  ...['nonce_str', 'sign', 'sign_type', 'advice', 'violations', 'deviations', 'settlement', 'unrecorded', 'receivers'],
]);

/** In fen. */
const AMOUNTS = new Set(['amount', 'return_amount', 'unsplit_amount']);

/** Longer values, such as the rows of a bill, are for programs. */
const MOST_SHOWN = 160;

/** A reply for people: what happened, what became of the money, and what to do next. Accounts are masked. */
export function describeReply(reply: Reply, operation: Operation, locale: Locale, style: Style): string {
  const failed = reply.err_code !== undefined;
  const heading = failed
    ? `${style.bad(`✗ ${operation.name}  ${reply.err_code}`)}  ${reply.err_code_des ?? ''}`
    : style.good(`✓ ${operation.name}`);
  return [
    heading,
    ...violationLines(reply, style),
    ...fieldLines(reply, locale),
    ...(reply.settlement ? settlementLines(reply.settlement, operation, locale, style) : []),
    ...adviceLines(reply, locale, style),
    ...doubtLines(reply, locale, style),
  ].join('\n');
}

function violationLines({ violations = [] }: Reply, style: Style): string[] {
  return table(
    ['', ''],
    violations.map(({ field, message }) => [`  ${field}`, message]),
  )
    .slice(1)
    .map(style.bad);
}

function fieldLines(reply: Reply, locale: Locale): string[] {
  const shown = Object.entries(reply).filter(
    ([name, value]) => !SHOWN_ELSEWHERE.has(name) && value !== undefined && value !== '',
  );
  return table(
    ['', ''],
    shown.map(([name, value]) => [`  ${name}`, shownValue(name, value, locale)]),
  ).slice(1);
}

function shownValue(name: string, value: unknown, locale: Locale): string {
  if (AMOUNTS.has(name) && Number.isSafeInteger(Number(value))) return inYuan(Number(value), locale);
  if (name === 'max_ratio') return `${Number(value) / 100} %`;
  if (name === 'receiver') return receiverOf(value);
  if (name === 'return_account') return masked(String(value));
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}… (--json)` : text;
}

/** The receiver that was added or removed, or what a finish released. */
function receiverOf(value: unknown): string {
  const [line = {}] = linesOf(typeof value === 'string' ? `[${value}]` : undefined);
  const { type = '', account, relation_type = '' }: UnknownFields = line;
  return `${type} ${masked(String(account ?? ''))} ${relation_type}`.trim();
}

function settlementLines(
  { state, receivers }: Settlement,
  { name }: Operation,
  locale: Locale,
  style: Style,
): string[] {
  const tone =
    state === 'settled'
      ? style.good
      : state === 'unknown' || state === 'partly_failed' || state === 'closed'
        ? style.bad
        : style.careful;
  const heading = `${translate(messages.money, locale)}${tone(translate(messages.states[state], locale))}`;
  if (receivers.length === 0) return ['', heading];
  const rows = receivers.map(({ account, amount, result, fail_reason = '' }) => [
    account,
    inYuan(amount, locale),
    result,
    fail_reason,
  ]);
  const shown = table(
    [translate(messages.account, locale), translate(messages.amount, locale), translate(messages.result, locale), ''],
    rows,
    [1],
  );
  return ['', heading, ...shown.map((line) => `  ${line}`), ...reasonLines(receivers, name, locale)];
}

function reasonLines(receivers: readonly SettledReceiver[], operation: string, locale: Locale): string[] {
  const known: Readonly<Record<string, { readonly advice: { readonly zh: string; readonly en: string } }>> =
    operation.includes('Return') ? returnFailReasons : failReasons;
  const reasons = new Set(receivers.flatMap(({ fail_reason }) => fail_reason ?? []));
  return [...reasons].flatMap((reason) => {
    const row = known[reason];
    return row ? [`  ${reason}: ${translate(row.advice, locale)}`] : [];
  });
}

function adviceLines({ advice }: Reply, locale: Locale, style: Style): string[] {
  if (!advice) return [];
  const funds = advice.funds === 'unknown' ? style.bad : style.good;
  const facts = [
    funds(translate(messages.funds[advice.funds], locale)),
    translate(messages.retry[advice.retry], locale),
    translate(messages.number[advice.number], locale),
  ];
  return ['', facts.join(' · '), ...folded(advice.message)];
}

function doubtLines({ deviations = [], unrecorded }: Reply, locale: Locale, style: Style): string[] {
  return [
    ...(unrecorded ? ['', style.careful(translate(messages.unrecorded, locale))] : []),
    ...(deviations.length > 0 ? ['', style.quiet(translate(messages.deviations, locale))] : []),
    ...deviations.map(({ field, message }) => style.quiet(`  ${field} ${message}`)),
  ];
}

/** Breaks a paragraph where a terminal of usual width would. */
function folded(text: string, columns = 100): string[] {
  const lines: string[] = [];
  let line = '';
  // Chinese may break between any two characters, English only at a space.
  for (const part of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/g) ?? []) {
    if (widthOf(line + part.trimEnd()) > columns && line !== '') {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  return [...lines, line].map((folded) => `  ${folded.trimEnd()}`);
}
