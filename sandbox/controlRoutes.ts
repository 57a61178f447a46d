import { cloudBaseRoutes } from './cloudbase/control/cloudBaseRoutes';
import { jsonRoute, ok } from './control/jsonRoute';
import type { Route } from './http/route';
import type { SandboxState } from './sandboxState';
import { weChatPayRoutes } from './wechatpay/control/weChatPayRoutes';

/**
 * What the control API can do to both sides of the sandbox.
 * @param isStarting whether clients have to wait although it answers
 */
export function controlRoutes(state: SandboxState, isStarting: () => boolean = () => false): readonly Route[] {
  return [
    ...weChatPayRoutes(state),
    ...cloudBaseRoutes(state),
    jsonRoute('GET', '/_sandbox/health', 'whether the sandbox is up; 503 while it starts', () =>
      isStarting() ? { status: 503, body: { status: 'starting' } } : ok({ status: 'up' }),
    ),
    jsonRoute('POST', '/_sandbox/reset', 'back to the first moment', () => {
      state.reset();
      return ok({ now: state.bank.clock.now() });
    }),
  ];
}
