import type { Route } from '../../../http/listen';
import type { World } from '../../../world';
import { answerApiV2 } from './answerApiV2';
import { pages } from './pages';

/** The doors of API v2, under the paths they have at api.mch.weixin.qq.com. */
export function apiV2Routes(world: World): readonly Route[] {
  return pages.map((page) => ({
    method: 'POST',
    path: page.path,
    shown: `POST ${page.path}`,
    answer: ({ body, certificate }) => answerApiV2(world, { page, body, certificate }),
  }));
}
