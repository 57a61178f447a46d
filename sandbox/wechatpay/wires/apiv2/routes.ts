import type { Route } from '../../../http/route';
import { type ApiV2State, answerApiV2 } from './answerApiV2';
import { pages } from './pages';

/** The addresses of API v2, under the paths they have at api.mch.weixin.qq.com. */
export function apiV2Routes(state: ApiV2State): readonly Route[] {
  return pages.map((page) => ({
    method: 'POST',
    path: page.path,
    does: `${page.api} of API v2`,
    answer: ({ body, certificate }) => answerApiV2(state, { page, body, certificate }),
  }));
}
