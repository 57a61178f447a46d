import { type Ending, type Presenter, playOrder, StoryBroken } from '../../console';
import { chapters } from '../../console/scenario/chapters';
import { type DemoStage, openStage } from '../../scripts/demo/openStage';
import { printStory } from '../../scripts/demo/printStory';

describe('the demo', () => {
  let stage: DemoStage;
  const printed: string[] = [];
  beforeAll(async () => {
    jest.spyOn(console, 'log').mockImplementation((text: unknown) => printed.push(String(text)));
    stage = await openStage('cloudpay', 'en');
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await stage.close();
  });

  it('plays the life of an order to its end, and prints every chapter', async () => {
    const endings: Ending[] = [];
    const print = printStory(stage, 'en');
    const presenter: Presenter = {
      begins: (chapter) => print.begins(chapter),
      ended: async (ending) => {
        endings.push(ending);
        await print.ended(ending);
      },
    };
    await playOrder(stage, presenter);
    expect(endings.map(({ chapter }) => chapter)).toEqual(chapters);
    expect(endings.flatMap(({ chapter, refusal }) => (refusal ? [[chapter, refusal]] : []))).toEqual([
      ['stranger', 'CALLER_REFUSED'],
      ['mistaken', 'REQUEST_INVALID'],
      ['tooEarly', 'ORDER_NOT_READY'],
      ['unanswered', 'NO_ANSWER'],
    ]);
    const text = printed.join('\n');
    expect(text).toContain('15. Do the books balance?\n    brought in ¥100.00, accounted for ¥100.00');
    expect(text).not.toMatch(/undefined|NaN/);

    printed.length = 0;
    const inChinese = printStory(stage, 'zh-CN');
    for (const ending of endings) {
      inChinese.begins(ending.chapter);
      await inChinese.ended(ending);
    }
    const again = printed.join('\n');
    expect(again).toContain('15. 账平了吗？\n    收进 ¥100.00，去向明确 ¥100.00');
    expect(again).toContain('微信支付收取的手续费');
    expect(again).not.toMatch(/undefined|NaN|WeChat Pay/);
  }, 120_000);

  it('stops at the chapter that ends otherwise', async () => {
    await stage.control('POST', 'faults', { kind: 'code', code: 'NOAUTH', api: 'profitSharingAddReceiver' });
    const broken = playOrder(stage, { begins: () => undefined, ended: () => undefined });
    await expect(broken).rejects.toBeInstanceOf(StoryBroken);
    await expect(broken).rejects.toMatchObject({ chapter: 'registered', message: 'NOAUTH' });
  });
});
