import { OWN_NAMES } from '../../shared/received';
import { read } from './documents';

/** Fields of ours that WeChat Pay's pages know too: they have their meaning from there. */
const SHARED = ['err_code', 'err_code_des', 'http_status', 'detail'];

it.each(['docs/replies.md', 'docs/zh-CN/replies.md'])('%s lists every field that a reply has from here', (page) => {
  const [table = ''] = read(page).split('\n## ');
  const listed = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...OWN_NAMES, ...SHARED].sort());
});
