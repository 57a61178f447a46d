import { printable, printableJson, printableTexts, printableValue } from '../../../scripts/terminal/printable';

// What clears a screen, sets a title, turns text around, and starts a line again.
const HOSTILE = 'paid\u001b[2J\u009b31m\u202egnp\u0007\rnothing';

it('leaves nothing in a text that commands a terminal, and keeps its lines', () => {
  expect(printable(`${HOSTILE}\n分账 ✓`)).toBe('paid\\u001b[2J\\u009b31m\\u202egnp\\u0007\\u000dnothing\n分账 ✓');
});

it('lets a value add no line of its own', () => {
  expect(printableValue('refused\n✓ multiProfitSharing')).toBe('refused\\n✓ multiProfitSharing');
});

it('cleans every text of a reply, names of fields included', () => {
  expect(printableTexts({ err_code_des: HOSTILE, 'a\u001b': [{ n: 1, text: '\u009b' }], none: null })).toEqual({
    err_code_des: printableValue(HOSTILE),
    'a\\u001b': [{ n: 1, text: '\\u009b' }],
    none: null,
  });
});

it('keeps JSON the same JSON', () => {
  const text = `{\t"a": ${JSON.stringify(HOSTILE)},\r\n"b": "\u009b\u202e"}`;
  const shown = printableJson(text);
  expect(JSON.parse(shown)).toEqual(JSON.parse(text));
  for (const character of ['\u001b', '\u009b', '\u202e', '\r']) expect(shown).not.toContain(character);
});
