import { commandsInDocuments } from './commands/commandsIn';
import { formOf } from './commands/forms';
import { type Played, play } from './commands/play';
import { read } from './documents';

const commands = commandsInDocuments();

it('every command of the pages has a known form', () => {
  expect(commands.filter(({ line }) => formOf(line) === undefined)).toEqual([]);
});

it('npm test, which runs this, is what the CI runs', () => {
  expect(read('.ci/run').trim().split('\n').at(-1)).toBe('npm test');
});

describe('run as it stands', () => {
  let played: Played;

  beforeAll(async () => {
    played = await play(commands);
  }, 3_600_000);

  const run = commands.filter(({ line }) => formOf(line)?.place !== 'itself');

  it.each(run)('$line does what $pages say', ({ line }) => {
    const { code = 0, prints } = formOf(line) ?? { prints: /(?:)/ };
    expect(played.ended.get(line)).toEqual({ code, output: expect.stringMatching(prints) });
  });

  it('and none but the sandbox, which shows its own, prints a key', () => {
    const others = run.filter(({ line }) => formOf(line)?.place !== 'sandbox');
    for (const { line } of others) {
      const { output = '' } = played.ended.get(line) ?? {};
      expect(played.secrets.filter((secret) => output.includes(secret))).toEqual([]);
    }
  });
});
