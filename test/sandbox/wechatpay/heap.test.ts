import fc from 'fast-check';
import { Heap } from '../../../sandbox/wechatpay/heap';

test('items leave a heap in their order, whatever the order they came in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (first, second) => {
      const heap = new Heap<number>((a, b) => a < b);
      for (const item of first) heap.push(item);
      const half = first.slice(0, first.length >> 1).map(() => heap.pop());
      for (const item of second) heap.push(item);
      const rest: (number | undefined)[] = [];
      while (heap.size > 0) {
        expect(heap.peek()).toBeDefined();
        rest.push(heap.pop());
      }
      const byValue = (a: number | undefined, b: number | undefined) => (a ?? 0) - (b ?? 0);
      expect(half).toEqual([...first].sort(byValue).slice(0, half.length));
      expect(rest).toEqual([...rest].sort(byValue));
      expect([...half, ...rest].sort(byValue)).toEqual([...first, ...second].sort(byValue));
    }),
  );
  expect(new Heap<number>((a, b) => a < b).pop()).toBeUndefined();
});
