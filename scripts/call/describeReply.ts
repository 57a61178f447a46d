import type { UnknownFields } from '../../shared/contract';
import { failReasons, returnFailReasons } from '../../shared/generated/errors';
import { linesOf } from '../../shared/lines';
import { type Locale, translate } from '../../shared/locale';
import type { Operation } from '../../shared/operation';
import type { Reply } from '../../shared/reply';
import { masked, type SettledReceiver, type Settlement } from '../../shared/settlement';
import { inYuan } from './inYuan';
import type { Paint } from './paint';
import { table, widthOf } from './table';
import { words } from './words';

/** Fields that are told in words of their own, or that tell people nothing. */
const TOLD = new Set([
  ...['return_code', 'return_msg', 'result_code', 'err_code', 'err_code_des', 'error_code', 'error_msg', 'err_msg'],
  ...['nonce_str', 'sign', 'sign_type', 'advice', 'violations', 'deviations', 'settlement', 'unrecorded', 'receivers'],
]);

/** In fen. */
const AMOUNTS = new Set(['amount', 'return_amount', 'unsplit_amount']);

/** Longer values, such as the rows of a bill, are for programs. */
const MOST_SHOWN = 160;

/** A reply for people: what happened, what became of the money, and what to do next. Accounts are masked. */
export function describeReply(reply: Reply, operation: Operation, locale: Locale, paint: Paint): string {
  const failed = reply.err_code !== undefined;
  const heading = failed
    ? `${paint.bad(`✗ ${operation.name}  ${reply.err_code}`)}  ${reply.err_code_des ?? ''}`
    : paint.good(`✓ ${operation.name}`);
  return [
    heading,
    ...violationLines(reply, paint),
    ...fieldLines(reply, locale),
    ...(reply.settlement ? settlementLines(reply.settlement, operation, locale, paint) : []),
    ...adviceLines(reply, locale, paint),
    ...doubtLines(reply, locale, paint),
  ].join('\n');
}

function violationLines({ violations = [] }: Reply, paint: Paint): string[] {
  return table(
    ['', ''],
    violations.map(({ field, message }) => [`  ${field}`, message]),
  )
    .slice(1)
    .map(paint.bad);
}

function fieldLines(reply: Reply, locale: Locale): string[] {
  const shown = Object.entries(reply).filter(([name, value]) => !TOLD.has(name) && value !== undefined && value !== '');
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
  paint: Paint,
): string[] {
  const tone =
    state === 'settled'
      ? paint.good
      : state === 'unknown' || state === 'partly_failed' || state === 'closed'
        ? paint.bad
        : paint.careful;
  const heading = `${translate(words.money, locale)}${tone(translate(words.states[state], locale))}`;
  if (receivers.length === 0) return ['', heading];
  const rows = receivers.map(({ account, amount, result, fail_reason = '' }) => [
    account,
    inYuan(amount, locale),
    result,
    fail_reason,
  ]);
  const shown = table(
    [translate(words.account, locale), translate(words.amount, locale), translate(words.result, locale), ''],
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

function adviceLines({ advice }: Reply, locale: Locale, paint: Paint): string[] {
  if (!advice) return [];
  const funds = advice.funds === 'unknown' ? paint.bad : paint.good;
  const facts = [
    funds(translate(words.funds[advice.funds], locale)),
    translate(words.retry[advice.retry], locale),
    translate(words.number[advice.number], locale),
  ];
  return ['', facts.join(' · '), ...folded(advice.message)];
}

function doubtLines({ deviations = [], unrecorded }: Reply, locale: Locale, paint: Paint): string[] {
  return [
    ...(unrecorded ? ['', paint.careful(translate(words.unrecorded, locale))] : []),
    ...(deviations.length > 0 ? ['', paint.quiet(translate(words.deviations, locale))] : []),
    ...deviations.map(({ field, message }) => paint.quiet(`  ${field} ${message}`)),
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
