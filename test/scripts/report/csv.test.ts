import fc from 'fast-check';
import { csv, yuan } from '../../../scripts/report/csv';

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|cmd', '%0'])('takes %j for text', (text) => {
  expect(csv([[text]])).toBe(`\ufeff"'${text}"\r\n`);
});

it('keeps every digit of a number that is a name', () => {
  expect(csv([['4208450740201411110007820472']])).toBe('\ufeff"\t4208450740201411110007820472"\r\n');
});

it('lets no text begin a formula, a cell or a line of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (one, other) => {
      const text = csv([[one, other]]);
      const cells = [...text.slice(1, -2).matchAll(/"((?:[^"]|"")*)"(,|$)/g)].map(([, cell = '']) =>
        cell.replaceAll('""', '"'),
      );
      expect(cells).toHaveLength(2);
      for (const [at, cell] of cells.entries()) {
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        const given = [one, other][at] ?? '';
        expect([given, `'${given}`, `\t${given}`]).toContain(cell);
      }
    }),
  );
});

it('writes fen as yuan without rounding', () => {
  expect([0, 5, 10, 1234, Number.MAX_SAFE_INTEGER].map((fen) => yuan(fen).decimal)).toEqual([
    ...['0.00', '0.05', '0.10', '12.34', '90071992547409.91'],
  ]);
  expect(() => yuan(2 ** 53)).toThrow(RangeError);
});
