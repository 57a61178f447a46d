import { parseArgs } from 'node:util';
import { linkNames } from '../shared/generated/links';
import { openStage } from './demo/stage';
import { play } from './demo/story';

/** `npm run demo [-- --link apiv3]`: the life of an order on the sandbox, through the built functions. */
async function demo(): Promise<boolean> {
  const { values } = parseArgs({ options: { link: { type: 'string', default: linkNames[0] } } });
  const link = linkNames.find((name) => name === values.link);
  if (!link) throw new TypeError(`--link is one of ${linkNames.join(', ')}`);
  const stage = await openStage(link);
  console.log(
    `The life of an order, over the link "${link}": the built functions, the unmodified SDKs, a sandbox for WeChat Pay.`,
  );
  try {
    return await play(stage);
  } finally {
    await stage.close();
  }
}

demo().then(
  (balanced) => {
    console.log(balanced ? '\nThe books balance.' : '\nThe books do NOT balance.');
    process.exitCode = balanced ? 0 : 1;
  },
  (error) => {
    console.error(error instanceof TypeError ? error.message : error);
    process.exitCode = 1;
  },
);
