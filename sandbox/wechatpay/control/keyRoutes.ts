import { type Answer, jsonRoute, ok } from '../../control/jsonRoute';
import { readInput } from '../../control/readInput';
import type { Route } from '../../http/route';
import type { V3State } from '../wires/v3/v3State';

const spec = {
  keys: ['certificates', 'publicKey', 'both'],
  signErrors: 'boolean',
  unknownFields: ['refuse', 'ignore'],
} as const;

async function shown(v3: V3State): Promise<Answer> {
  const certificates = await v3.platform.certificates();
  return ok({
    keys: v3.platform.mode,
    ...v3.switches,
    publicKey: await v3.platform.publicKey().then(({ serial, pem }) => ({ id: serial, pem })),
    certificates: certificates.map(({ serial, pem }) => ({ serial, pem })),
  });
}

/** The keys of WeChat Pay and the switches of API v3. */
export function keyRoutes(v3: V3State): readonly Route[] {
  return [
    jsonRoute('GET', '/_sandbox/v3', 'the keys of WeChat Pay and the switches of API v3', () => shown(v3)),
    jsonRoute('PATCH', '/_sandbox/v3', 'changes them: {keys, signErrors, unknownFields}', (_, body) => {
      const { keys, ...switches } = readInput(body, spec);
      v3.switches = { ...v3.switches, ...switches };
      if (keys !== undefined) v3.platform.mode = keys;
      return shown(v3);
    }),
    jsonRoute(
      'PATCH',
      '/_sandbox/v3/merchants/{mchId}',
      'what a merchant verifies answers with, where its requests name no key: {holds}',
      ({ mchId }, body) => {
        const { holds } = readInput(body, { holds: ['certificate', 'publicKey'] });
        if (holds !== undefined) v3.setHeld(mchId, holds);
        return ok({ mchId, holds: v3.heldBy(mchId) });
      },
    ),
    jsonRoute('POST', '/_sandbox/v3/rotate', 'a new platform certificate', () => {
      v3.platform.rotate();
      return shown(v3);
    }),
  ];
}
