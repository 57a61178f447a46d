import { parseArgs } from 'node:util';
import { playOrder, StoryBroken } from '../console';
import { linkNames } from '../shared/generated/links';
import { openStage } from './demo/openStage';
import { printStory } from './demo/printStory';

/** `npm run demo [-- --link apiv3]`: the life of an order on the sandbox, through the built functions. */
async function demo(): Promise<void> {
  const { values } = parseArgs({ options: { link: { type: 'string', default: linkNames[0] } } });
  const link = linkNames.find((name) => name === values.link);
  if (!link) throw new TypeError(`--link is one of ${linkNames.join(', ')}`);
  const stage = await openStage(link);
  console.log(
    `The life of an order, over the link "${link}": the built functions, the unmodified SDKs, a sandbox for WeChat Pay.`,
  );
  try {
    await playOrder(stage, printStory(stage));
  } finally {
    await stage.close();
  }
}

demo().then(
  () => console.log('\nThe books balance.'),
  (error) => {
    if (error instanceof StoryBroken) console.error(`\nThe story broke at "${error.chapter}": ${error.message}`);
    else console.error(error instanceof TypeError ? error.message : error);
    process.exitCode = 1;
  },
);
