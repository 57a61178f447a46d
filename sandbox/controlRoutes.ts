import { cloudBaseRoutes } from './cloudbase/control/cloudBaseRoutes';
import { jsonRoute, ok } from './control/jsonRoute';
import { BadInput } from './control/readInput';
import type { Route } from './http/route';
import type { SandboxState } from './sandboxState';
import { weChatPayRoutes } from './wechatpay/control/weChatPayRoutes';

/**
 * What the control API can do to both sides of the sandbox.
 * @param putState goes on from an exported state
 * @param isStarting whether clients have to wait although it answers
 */
export function controlRoutes(
  state: SandboxState,
  putState: (text: string) => Promise<void> = (text) => state.import(text),
  isStarting: () => boolean = () => false,
): readonly Route[] {
  return [
    ...weChatPayRoutes(state),
    ...cloudBaseRoutes(state),
    jsonRoute('GET', '/_sandbox/health', 'whether the sandbox is up; 503 while it starts', () =>
      isStarting() ? { status: 503, body: { status: 'starting' } } : ok({ status: 'up' }),
    ),
    jsonRoute('GET', '/_sandbox/state', 'everything that both sides remember, private keys included', async () =>
      ok(JSON.parse(await state.export())),
    ),
    jsonRoute('PUT', '/_sandbox/state', 'goes on from such a state', async (_, body) => {
      await putState(JSON.stringify(body ?? null)).catch((error: unknown) => {
        throw error instanceof BadInput
          ? error
          : new BadInput('body', error instanceof Error ? error.message : String(error));
      });
      return ok({ now: state.bank.clock.now() });
    }),
    jsonRoute('POST', '/_sandbox/reset', 'back to the first moment', () => {
      state.reset();
      return ok({ now: state.bank.clock.now() });
    }),
  ];
}
