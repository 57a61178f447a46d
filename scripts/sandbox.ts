import { parseArgs } from 'node:util';
import { parties, type Sandbox, startSandbox } from '../sandbox';

function guide({ url, env }: Sandbox, functionsDir: string): string {
  const receivers = [...parties.receivers.map(({ mchId }) => mchId), ...parties.people.map(({ openid }) => openid)];
  return `WeChat Pay and CloudBase in a box: ${url}

  environment     ${env.envId}
  mini program    ${env.appid}
  functions       ${functionsDir}
  provider        ${parties.provider.mchId} ${parties.provider.name}
  sub-merchant    ${parties.subMerchant.mchId} ${parties.subMerchant.name}
  receivers       ${receivers.join(' ')}

Try:
  curl ${url}/_sandbox
  curl -X POST ${url}/_sandbox/orders -d '{}'
  curl -X POST ${url}/call/profitSharingQuery -d '{"data":{}}'

Code outside of the functions signs with
  secretId  ${env.secretId}
  secretKey ${env.secretKey}

Ctrl-C stops it.`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9527' },
      functions: { type: 'string', default: 'dist/cloudfunctions' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('--port: expected a number from 0 to 65535');

  const sandbox = await startSandbox({ port, functionsDir: values.functions, verbose: !values.quiet });
  console.log(guide(sandbox, values.functions));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
