import type { Text } from '../../shared/locale';
import { typed } from '../terminal/invocation';

export const USAGE: Text = {
  zh: `${typed('sandbox')} [选项]
  --port N                    页面、控制接口与代理的端口（默认 9527）
  --secure-port N             HTTPS 端口（默认 9528）
  --functions DIR             构建好的云函数（默认 dist/cloudfunctions）
  --quiet                     不打印函数的输出
  --no-ticking                时钟静止，由控制接口拨动；默认从现在起走动
  --speed N                   时钟快 N 倍
  --now ISO                   时钟的起点，如 2026-03-02T10:00:00+08:00
  --data-dir DIR              保存密钥、证书与全部状态，重启后继续
  --export-credentials DIR    导出每个商户的密钥与证书
  --host ADDRESS              监听的地址（默认 127.0.0.1；容器里用 0.0.0.0）
  --allow-host NAME           允许用这个名字访问控制接口，可重复`,
  en: `${typed('sandbox')} [options]
  --port N                    of the page, the control API and the proxy (9527)
  --secure-port N             of HTTPS (9528)
  --functions DIR             built functions (dist/cloudfunctions)
  --quiet                     does not print what functions print
  --no-ticking                the clock stands still until the control API moves it; by default it runs from now
  --speed N                   the clock runs N times as fast
  --now ISO                   where the clock starts, such as 2026-03-02T10:00:00+08:00
  --data-dir DIR              keeps keys, certificates and everything else: a restart goes on from there
  --export-credentials DIR    writes keys and certificates of every merchant
  --host ADDRESS              to listen on (127.0.0.1; in a container 0.0.0.0)
  --allow-host NAME           a name by which the control API may be called; may be repeated`,
};
