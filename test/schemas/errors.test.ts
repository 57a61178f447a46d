import schema from '../../schemas/errors.json';
import { type AdviceRow, codes, failReasons, returnFailReasons, texts, v3Codes } from '../../shared/generated/errors';
import { operations } from '../../shared/generated/operations';
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
};

const broad = ['INVALID_REQUEST', 'PARAM_ERROR'];
const movesMoney = (name: string) => operations.find((operation) => operation.name === name)?.effect === 'money';

function advise({ code, message }: Answer, operation: string): Partial<AdviceRow> {
  const contract = code === undefined || code in codes ? code : v3Codes[code];
  const said = texts.find(
    (row) =>
      row.contains.some((words) => message.includes(words)) &&
      (row.operations?.includes(operation) ?? true) &&
      (row.anyCode || contract === undefined || contract === row.code || broad.includes(contract)),
  );
  const row = said ?? codes[contract ?? ''] ?? codes.UNKNOWN_FAILURE;
  return { ...row, ...(movesMoney(operation) ? {} : row?.read) };
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
    expect(operations.filter(({ effect, idempotencyKey: number }) => effect === 'money' && !number).map(({ name }) => name)).toEqual([
      'profitSharingAfterSales',
    ]);
    const doubtful = rows.filter(([, row]) => row.funds === 'unknown' && !('operations' in row));
    for (const [name, row] of doubtful) {
      expect([name, (row.unnumbered ?? row).retry]).toEqual([name, 'query_first']);
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
    const texts = all.flatMap((row) => [
      row.advice,
      ...('unnumbered' in row && row.unnumbered ? [row.unnumbered.advice] : []),
    ]);
    for (const advice of texts) {
      expect(advice.zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(advice.en).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('the words of WeChat Pay', () => {
  test('no row hides behind an earlier one', () => {
    const hidden = texts.flatMap((row, index) =>
      texts.slice(0, index).filter((earlier) => {
        const everywhere = !earlier.operations || row.operations?.every((name) => earlier.operations?.includes(name));
        return everywhere && row.contains.every((words) => earlier.contains.some((part) => words.includes(part)));
      }),
    );
    expect(hidden).toEqual([]);
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
