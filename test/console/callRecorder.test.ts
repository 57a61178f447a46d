import { CallRecorder } from '../../console/callRecorder';
import type { ExchangeView } from '../../console/views';

function exchange(characters: number): ExchangeView {
  const request = { line: 'POST /', headers: [], kind: 'text', body: 'x'.repeat(characters) } as const;
  return { api: 'profitSharing', link: 'apiv3', request, isCut: false, moved: 0 };
}

test('the page remembers the last calls, and fewer of them when they are large', () => {
  const recorder = new CallRecorder(() => undefined);
  const ids = () => recorder.list().map(({ id }) => id);
  for (let made = 0; made < 301; made += 1) recorder.sent(String(made), undefined, 0, exchange(10));
  expect(ids()).toHaveLength(300);
  recorder.sent('large', undefined, 0, exchange(9_000_000));
  recorder.sent('larger', undefined, 0, exchange(10_000_000));
  expect(ids()).toEqual(['larger']);
  recorder.sent('later', 'larger', 0, exchange(5_000_000));
  expect(recorder.detail('larger')?.exchanges).toHaveLength(2);
  recorder.clear();
  recorder.sent('next', undefined, 0, exchange(15_000_000));
  recorder.sent('after', undefined, 0, exchange(10));
  expect(ids()).toEqual(['after', 'next']);
});
