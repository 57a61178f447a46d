import { openStage } from './demo/stage';
import { play } from './demo/story';

/** `npm run demo [-- --link cloudrun]`: the life of an order on the sandbox, through the built functions. */
async function demo(): Promise<boolean> {
  const asked = process.argv.indexOf('--link');
  const link = (asked > 0 && process.argv[asked + 1]) || 'cloudpay';
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
    console.error(error);
    process.exitCode = 1;
  },
);
