import { avoidedWords } from '../../scripts/checkSource/avoidedWords';
import { linkLiterals } from '../../scripts/checkSource/linkLiterals';

describe('a word to avoid', () => {
  it.each([
    ['in a comment', '/** Whoever asks moves nothing. */'],
    ['in a name', 'const brokenSeal = read(header);'],
    ['in a constant', 'const FRONT_DOOR = 1;'],
  ])('%s is found with its line', (_, line) => {
    expect(avoidedWords('shared/a.ts', ['', line])).toEqual([expect.stringMatching(/^shared\/a\.ts:2: /)]);
  });

  it('is not found inside another word', () => {
    expect(avoidedWords('shared/a.ts', ['const baggage = "outdoors and sealant";'])).toEqual([]);
  });
});

describe('a link named by a string', () => {
  it('is found outside of its own folder, and not inside', () => {
    const lines = ["if (link === 'apiv2') {"];
    expect(linkLiterals('shared/serve.ts', lines)).toHaveLength(1);
    expect(linkLiterals('shared/links/apiv2/index.ts', lines)).toEqual([]);
  });
});
