import { read } from '../../docs/documents';
import {
  plannedExample,
  renderReturn,
  renderShare,
  returnExamples,
  returnedExample,
  shareExamples,
} from './renderExamples';

it.each(shareExamples.map((example) => [example.title.en, example] as const))('%s', (_, example) => {
  const { lines, rest, restGoes, refused } = example.expected;
  const plan = plannedExample(example, 'en');
  if (!plan.ok) return expect(plan.violations.map(({ rule }) => rule)).toEqual(refused);
  const inOrder = [...plan.lines, ...plan.leftOut].sort((one, other) => (one.field < other.field ? -1 : 1));
  expect(inOrder.map(({ amount }) => amount)).toEqual(lines);
  return expect(plan.totals).toMatchObject({ rest, restGoes });
});

it.each(returnExamples.map((example) => [example.title.en, example] as const))('%s', (_, example) => {
  const expected = example.refunds.map(({ returned, missing }) => ({ returned, missing }));
  expect(returnedExample(example)).toEqual(expected);
});

describe.each([
  ['en', 'docs/plan.md'],
  ['zh', 'docs/zh-CN/plan.md'],
] as const)('the examples in %s', (language, page) => {
  it('stand in the document as the code computes them', () => {
    const text = read(page);
    for (const [index, example] of shareExamples.entries())
      expect(text).toContain(renderShare(example, index, language));
    for (const [index, example] of returnExamples.entries())
      expect(text).toContain(renderReturn(example, index, language));
  });
});
