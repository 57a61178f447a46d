import { literal, notice } from './literal';
import type { GeneratedFile, Text } from './schema';

/** What a failed caller may do next, as `schemas/errors.json` writes it. */
export interface ErrorRow {
  readonly origin: 'adapter' | 'network' | 'wechatpay';
  readonly category: 'request' | 'auth' | 'state' | 'funds' | 'rate' | 'system' | 'config';
  readonly retry: 'never' | 'after_fix' | 'now' | 'later' | 'query_first';
  readonly number: 'reuse' | 'new' | 'any';
  readonly funds: 'unchanged' | 'unknown';
  readonly title: Text;
  readonly advice: Text;
  readonly wire: { readonly v2: readonly string[]; readonly v3: readonly { code: string; status: number }[] };
  /** How long to wait before the next call, in ms. */
  readonly afterMs?: number;
  /** What differs when the operation moves no money. */
  readonly read?: Partial<Pick<ErrorRow, 'retry' | 'number' | 'funds'>>;
  /** The whole message on a query of a share or a return. */
  readonly query?: Text;
  /** Why it comes and what to do, as the page of CloudPay.profitSharingFinish prints them. */
  readonly documented?: { readonly cause: Text; readonly solution: Text };
  readonly sources: readonly string[];
}

/** A row that refines a code by the words WeChat used. */
export interface TextRow extends Omit<ErrorRow, 'wire'> {
  readonly contains: readonly string[];
  readonly code: string;
  readonly anyCode?: true;
  readonly renames?: true;
  readonly operations?: readonly string[];
}

/** Why one receiver line or one return failed although the call succeeded. */
export interface FailReason {
  readonly retry: 'never' | 'after_fix' | 'later';
  readonly number: 'new';
  readonly advice: Text;
  readonly source: string;
}

/** `schemas/errors.json`. */
export interface ErrorsSchema {
  readonly codes: Readonly<Record<string, ErrorRow>>;
  readonly texts: readonly TextRow[];
  readonly failReasons: Readonly<Record<string, FailReason>>;
  readonly returnFailReasons: Readonly<Record<string, FailReason>>;
}

const declaration = `
/** What a failed caller may safely do next. */
export interface AdviceRow {
  readonly origin: 'adapter' | 'network' | 'wechatpay';
  readonly category: 'request' | 'auth' | 'state' | 'funds' | 'rate' | 'system' | 'config';
  readonly retry: 'never' | 'after_fix' | 'now' | 'later' | 'query_first';
  /** What to do with out_order_no / out_return_no: keep it, take a new one, or either. */
  readonly number: 'reuse' | 'new' | 'any';
  /** Unknown: money may have moved or may still move; query before anything else. */
  readonly funds: 'unchanged' | 'unknown';
  readonly title: { readonly zh: string; readonly en: string };
  /** What to do about the cause; nothing about funds and numbers, which messageOf adds. */
  readonly advice: { readonly zh: string; readonly en: string };
  /** How long to wait before the next call, in ms. */
  readonly afterMs?: number;
  /** What differs when the operation moves no money. */
  readonly read?: Partial<Pick<AdviceRow, 'retry' | 'number' | 'funds'>>;
  /** The whole message on a query of a share or a return. */
  readonly query?: { readonly zh: string; readonly en: string };
}

/** Advice for the words WeChat Pay used, finer than the code beside them. */
export interface TextRow extends AdviceRow {
  /** Regular expressions: the row applies when one of them matches the message, of which all blanks are taken out. */
  readonly contains: readonly string[];
  /** The code of an answer that carries none, and of a v3 INVALID_REQUEST with these words. */
  readonly code: string;
  /** The row applies whatever code came with the words, because none is documented for them. */
  readonly anyCode?: true;
  /** The reply carries the code of this row, whatever WeChat Pay called it. */
  readonly renames?: true;
  /** The operations it applies to; absent for all. */
  readonly operations?: readonly string[];
}

/** Why a receiver line or a return failed although the call itself succeeded. */
export interface FailReason {
  readonly retry: 'never' | 'after_fix' | 'later';
  readonly number: 'new';
  readonly advice: { readonly zh: string; readonly en: string };
}
`;

/** Every spelling of a code on a v3 wire, and the contract code it means. */
function v3Codes(codes: ErrorsSchema['codes']): Record<string, string> {
  return Object.fromEntries(Object.entries(codes).flatMap(([code, row]) => row.wire.v3.map((v3) => [v3.code, code])));
}

const reasons = (rows: ErrorsSchema['failReasons']) =>
  Object.fromEntries(Object.entries(rows).map(([code, { source: _source, ...row }]) => [code, row]));

/** The error table as the adapter needs it at run time: no sources. */
export function errorsFile(errors: ErrorsSchema): GeneratedFile {
  const codes = Object.fromEntries(
    Object.entries(errors.codes).map(([code, { wire: _wire, sources: _sources, documented: _documented, ...row }]) => [
      code,
      row,
    ]),
  );
  const texts = errors.texts.map(({ sources: _sources, ...row }) => row);
  const parts = [
    `/** Contract code → advice. */\nexport const codes: Readonly<Record<string, AdviceRow>> = ${literal(codes)};`,
    `/** Words of WeChat Pay → advice, the most specific first. */\nexport const texts: readonly TextRow[] = ${literal(texts)};`,
    `/** Code on a v3 wire → contract code; some of these spellings (NO_AUTH) were seen on a v2 wire too. */\nexport const v3Codes: Readonly<Record<string, string>> = ${literal(v3Codes(errors.codes))};`,
    `/** receivers[].fail_reason → advice. */\nexport const failReasons: Readonly<Record<string, FailReason>> = ${literal(reasons(errors.failReasons))};`,
    `/** fail_reason of a return → advice. */\nexport const returnFailReasons: Readonly<Record<string, FailReason>> = ${literal(reasons(errors.returnFailReasons))};`,
  ];
  return {
    path: 'shared/generated/errors.ts',
    text: `${notice('schemas/errors.json')}${declaration}\n${parts.join('\n\n')}\n`,
  };
}
