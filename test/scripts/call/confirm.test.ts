import { PassThrough } from 'node:stream';
import { confirm, type Terminal } from '../../../scripts/call/confirm';
import { type Command, parseCommandLine, readCommand } from '../../../scripts/call/readCommand';

const receivers = JSON.stringify([{ amount: 888 }, { amount: 12 }]);

function command(...args: string[]): Promise<Command> {
  return readCommand(parseCommandLine(args), async () => '');
}

/** A user who types these words, and what was asked of them. */
function userTyping(words: string): Terminal & { readonly asked: () => string } {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(`${words}\n`);
  return { input, output, asked: () => String(output.read() ?? '') };
}

it('names the sum and the place, and goes on for a yes', async () => {
  const terminal = userTyping('yes');
  await confirm(await command('multiProfitSharing', JSON.stringify({ receivers }), '--env', 'prod-1'), terminal, 'en');
  expect(terminal.asked()).toContain('multiProfitSharing moves real money, ¥9.00 (900 fen) (prod-1). Type yes');
});

it.each(['', 'y', 'no', 'YES please'])('sends nothing for "%s"', async (words) => {
  const asked = confirm(
    await command('profitSharingReturn', '{"return_amount":5}', '--env', 'prod-1'),
    userTyping(words),
    'en',
  );
  await expect(asked).rejects.toThrow('Cancelled, nothing was sent');
});

it.each([
  ['what only reads', ['profitSharingQuery', '--env', 'prod-1']],
  ['money of a sandbox', ['profitSharingFinish']],
  ['a command with --yes', ['profitSharingFinish', '--env', 'prod-1', '--yes']],
])('does not ask about %s', async (_what, args) => {
  await expect(confirm(await command(...args), undefined, 'en')).resolves.toBeUndefined();
});
