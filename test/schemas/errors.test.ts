import fc from 'fast-check';
import schema from '../../schemas/errors.json';
import type { Guidance } from '../../shared/advice';
import { diagnose } from '../../shared/errors';
import { codes, failReasons, returnFailReasons, texts, v3Codes } from '../../shared/generated/errors';
import { operations } from '../../shared/generated/operations';
import type { Operation } from '../../shared/operation';
import answers from './answers.json';

/** One answer of WeChat Pay that a page prints or a user quoted, and what it means for the caller. */
interface Answer {
  readonly code?: string;
  readonly http?: number;
  readonly message: string;
  readonly category: string;
  readonly retry: string;
  readonly number: string;
  readonly funds: string;
  readonly operations: readonly string[];
}

/** Where the advice is deliberately more careful than the sources. */
const stricter: Readonly<Record<string, Partial<Answer>>> = {
  // The first request under the number stands: look at it before doing anything new.
  与原请求不一致: { retry: 'query_first' },
  // Another instance, with another clock or configuration, may have got through with the same number at the same time.
  验证不通过: { number: 'reuse' },
  签名失败: { number: 'reuse' },
};

const movesMoney = (name: string) => operations.find((operation) => operation.name === name)?.effect === 'money';

function advise({ code, message }: Answer, name: string): Guidance {
  const operation = operations.find((one) => one.name === name) as Operation;
  return diagnose(code, message, operation).advice;
}

const cases = (answers as Answer[]).flatMap((answer) =>
  answer.operations.map((operation) => [operation, answer.code ?? 'no code', answer.message, answer] as const),
);

describe('what WeChat Pay answers', () => {
  test.each(cases)('%s: %s %s', (operation, _code, message, answer) => {
    const { category, retry, number, funds } = {
      ...answer,
      ...Object.entries(stricter).find(([words]) => message.includes(words))?.[1],
    };
    const advice = advise(answer, operation);
    const soon = (value: string | undefined) => (movesMoney(operation) || value !== 'now' ? value : 'later');
    expect({ category: advice.category, retry: advice.retry, funds: advice.funds }).toEqual({
      category,
      retry: soon(retry),
      funds,
    });
    expect(movesMoney(operation) ? advice.number : 'any').toBe(movesMoney(operation) ? number : 'any');
  });

  test('every documented code has its row, and its HTTP status where v3 speaks it', () => {
    for (const { code, http } of answers as Answer[]) {
      if (code === undefined) continue;
      const contract = http === undefined && code in codes ? code : v3Codes[code];
      expect([code, contract]).toEqual([code, expect.any(String)]);
      if (http === undefined) continue;
      const row = Object.values(schema.codes).find(({ wire }) =>
        wire.v3.some((spelling: { code: string }) => spelling.code === code),
      );
      expect(row?.wire.v3).toContainEqual({ code, status: http });
    }
  });
});

describe('advice about money', () => {
  const rows = [...Object.entries(codes), ...texts.map((row) => [row.contains.join(), row] as const)];

  test('never allows a new number while the funds are unknown', () => {
    const careless = rows.filter(([, row]) => row.funds === 'unknown' && row.number !== 'reuse');
    expect(careless).toEqual([]);
  });

  test('never lets anyone wait for a fix, or give up, while the funds are unknown', () => {
    const careless = rows.filter(([, row]) => row.funds === 'unknown' && ['after_fix', 'never'].includes(row.retry));
    expect(careless).toEqual([]);
  });

  test('keeps the number of everything to be repeated as it is', () => {
    const repeats = rows.filter(([name, row]) => ['now', 'later'].includes(row.retry) && !/账单|STATEMENT/.test(name));
    expect(repeats.filter(([, row]) => row.number !== 'reuse')).toEqual([]);
  });

  test('asks first after silence, and repeats after SYSTEMERROR, always with the same number', () => {
    for (const code of ['NO_ANSWER', 'BAD_ANSWER', 'PLATFORM_ERROR', 'UNKNOWN_FAILURE', 'ADAPTER_ERROR']) {
      expect(codes[code]).toMatchObject({ retry: 'query_first', number: 'reuse', funds: 'unknown' });
    }
    expect(codes.SYSTEMERROR).toMatchObject({ retry: 'now', number: 'reuse', funds: 'unknown' });
    expect(codes.NOT_SENT).toMatchObject({ retry: 'later', number: 'reuse', funds: 'unchanged' });
  });

  test('never says to repeat at once where no number keeps the money from moving twice', () => {
    const unnumbered = operations.filter(({ effect, idempotencyKey }) => effect === 'money' && !idempotencyKey);
    expect(unnumbered.map(({ name }) => name)).toEqual(['profitSharingAfterSales']);
    for (const [operation] of unnumbered.map((one) => [one] as const)) {
      const doubtful = everyDiagnosis(operation).filter(({ advice }) => advice.funds === 'unknown');
      expect(doubtful.length).toBeGreaterThan(5);
      expect(doubtful.filter(({ advice }) => advice.retry !== 'query_first')).toEqual([]);
    }
  });

  test('keeps the number where only this instance is to blame: another one may have paid with it meanwhile', () => {
    for (const code of ['SIGN_ERROR', 'CERT_ERROR', 'CONFIG_ERROR', 'PLATFORM_REFUSED', 'NOT_SENT', 'LEDGER_DOWN']) {
      expect([code, codes[code]?.number]).toEqual([code, 'reuse']);
    }
  });

  test('asks for a new number only after the old one was used for something else', () => {
    expect(rows.filter(([, row]) => row.number === 'new').map(([name]) => name)).toEqual([
      'NUMBER_CONFLICT',
      '与原请求不一致',
      '可分账金额不足',
    ]);
  });

  test('is given in both languages, in sentences', () => {
    const all = [...rows.map(([, row]) => row), ...Object.values(failReasons), ...Object.values(returnFailReasons)];
    const texts = all.flatMap((row) => [row.advice, ...('query' in row && row.query ? [row.query] : [])]);
    for (const advice of texts) {
      expect(advice.zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(advice.en).toMatch(/^[A-Z].*\.$/);
    }
  });
});

/** Messages that a row is meant for. */
const samplesOf = (row: (typeof texts)[number]) =>
  row.contains.flatMap((phrase) => fc.sample(fc.stringMatching(new RegExp(`^(${phrase})$`)), { numRuns: 6, seed: 1 }));

/** What the table says of every code and of every row's words, on one operation. */
function everyDiagnosis(operation: Operation) {
  const unlisted = ['TRADE_ERROR', '-1', ''];
  return [
    ...[...Object.keys(codes), ...Object.keys(v3Codes), ...unlisted].map((code) => diagnose(code, '', operation)),
    ...texts.flatMap((row) =>
      samplesOf(row).flatMap((words) =>
        [undefined, row.code, 'INVALID_REQUEST', 'SYSTEMERROR', 'TRADE_ERROR'].map((code) =>
          diagnose(code, words, operation),
        ),
      ),
    ),
  ];
}

describe.each(operations.map((operation) => [operation.name, operation] as const))(
  'advice on %s',
  (_name, operation) => {
    const { effect, idempotencyKey: numbered, settles } = operation;
    const all = everyDiagnosis(operation);

    test('says of the funds in words what it says in its field, and nothing where no money moves', () => {
      for (const { code, advice } of all) {
        const { funds, message } = advice;
        const said = {
          zh: [/没有动账/.test(message.zh), /钱可能已经动了/.test(message.zh)],
          en: [/moved nothing/.test(message.en), /Money may have moved/.test(message.en)],
        };
        const expected = [effect === 'money' && funds === 'unchanged', effect === 'money' && funds === 'unknown'];
        expect([code, message, said]).toEqual([code, message, { zh: expected, en: expected }]);
        if (effect !== 'money') expect([code, funds]).toEqual([code, 'unchanged']);
      }
    });

    test('speaks of its number only where it has one, and then as its field does', () => {
      const isQuery = effect === 'read' && settles !== undefined;
      for (const { code, advice } of all) {
        const { number, retry, funds, message } = advice;
        const keeps = /原单号/.test(message.zh) && /(same number|number may stay|the number)/.test(message.en);
        const renews = /用新单号/.test(message.zh);
        if (effect !== 'money' || !numbered) {
          expect([code, message, isQuery ? false : keeps, renews]).toEqual([code, message, false, false]);
          continue;
        }
        expect([code, message, renews]).toEqual([code, message, number === 'new']);
        if (number === 'reuse') expect([code, message, keeps]).toEqual([code, message, true]);
        if (funds === 'unknown') {
          expect([code, retry, number, /不要换单号/.test(message.zh)]).toEqual([code, retry, 'reuse', true]);
          expect(['now', 'later', 'query_first']).toContain(retry);
        }
      }
    });
  },
);

describe('the words of WeChat Pay', () => {
  test('no row hides behind an earlier one', () => {
    const hidden = texts.filter((row) => {
      const operation = operations.find(({ name }) => row.operations?.includes(name) ?? name === 'multiProfitSharing');
      return samplesOf(row).every((words) => operation && diagnose(undefined, words, operation).title !== row.title);
    });
    expect(hidden.map(({ contains }) => contains)).toEqual([]);
  });

  test('blanks inside a message do not matter', () => {
    const finish = operations.find(({ name }) => name === 'profitSharingFinish') as Operation;
    expect(diagnose('PARAM_ERROR', 'appid 与 openid 不匹配', finish).title.en).toContain('openid');
  });

  test('a row names a code of the table and operations that exist', () => {
    const names = operations.map(({ name }) => name);
    for (const row of texts) {
      expect(codes).toHaveProperty(row.code);
      expect(names).toEqual(expect.arrayContaining([...(row.operations ?? [])]));
    }
  });
});

test('every reason a line or a return can fail for is explained', () => {
  expect(Object.keys(failReasons)).toEqual([
    'ACCOUNT_ABNORMAL',
    'NO_RELATION',
    'RECEIVER_HIGH_RISK',
    'RECEIVER_REAL_NAME_NOT_VERIFIED',
    'NO_AUTH',
    'RECEIVER_RECEIPT_LIMIT',
    'PAYER_ACCOUNT_ABNORMAL',
    'INVALID_REQUEST',
  ]);
  expect(Object.keys(returnFailReasons)).toEqual([
    'ACCOUNT_ABNORMAL',
    'BALANCE_NOT_ENOUGH',
    'TIME_OUT_CLOSED',
    'PAYER_ACCOUNT_ABNORMAL',
    'INVALID_REQUEST',
  ]);
});
