import { type HttpResponse, json } from '../../../http/httpResponse';
import type { Incoming, Route } from '../../../http/listen';
import { BadInput, readInput } from '../../../http/readInput';
import type { World } from '../../../world';
import { parsed } from '../fieldChecks';

const spec = {
  keys: ['certificates', 'publicKey', 'both'],
  signErrors: 'boolean',
  unknownFields: ['refuse', 'ignore'],
} as const;

async function shown({ v3 }: World): Promise<HttpResponse> {
  const certificates = await v3.platform.certificates();
  return json(200, {
    keys: v3.platform.mode,
    ...v3.switches,
    publicKey: await v3.platform.publicKey().then(({ serial, pem }) => ({ id: serial, pem })),
    certificates: certificates.map(({ serial, pem }) => ({ serial, pem })),
  });
}

function change(world: World, { body }: Incoming): HttpResponse | undefined {
  try {
    const { keys, ...switches } = readInput(parsed(body.toString('utf8')), spec);
    world.v3.switches = { ...world.v3.switches, ...switches };
    if (keys !== undefined) world.v3.platform.mode = keys;
    return undefined;
  } catch (error) {
    if (error instanceof BadInput) return json(400, { error: error.message, field: error.field });
    throw error;
  }
}

/** The part of the control API that has to do with the keys of WeChat Pay, which take time to make. */
export function v3Control(world: World): readonly Route[] {
  return [
    {
      path: '/_sandbox/v3',
      shown: 'GET, PATCH /_sandbox/v3 {keys, signErrors, unknownFields}',
      answer: (request) => (request.method === 'GET' ? undefined : change(world, request)) ?? shown(world),
    },
    {
      method: 'POST',
      path: '/_sandbox/v3/rotate',
      shown: 'POST /_sandbox/v3/rotate (a new platform certificate)',
      answer: () => {
        world.v3.platform.rotate();
        return shown(world);
      },
    },
  ];
}
