import type { Text } from '../../shared/locale';
import { buildCommand, functionsFolder, typed } from '../terminal/invocation';

/** What `--help` shows. */
export const USAGE: Text = {
  zh: `${typed('call')} <操作> ['<json>' | - | --file <文件>] [选项]
调用一个分账函数，例如：
  ${typed('call')} profitSharingQuery '{"transaction_id":"…","out_order_no":"…"}'

请求取自参数，或以 - 从标准输入读取，或取自 --file 的文件，默认 {}。cmd 与 PowerShell 的引号规则不同，请用后两种。
调用哪里的函数：
  （默认）            正在运行的沙箱里构建好的函数（先运行 ${typed('sandbox')}）
  --sandbox <url>     另一处的沙箱，默认 http://127.0.0.1:9527
  --env-file <文件>   在本机以该文件的变量运行构建好的函数，密钥是自己的，钱是真的；
                      仅 apiv2、apiv3、ecommerce、brand；有单号的操作须 PROFIT_SHARING_LEDGER=off，账本只在云端
  --env <envId>       以 TENCENTCLOUD_SECRETID / TENCENTCLOUD_SECRETKEY 调用已部署的函数，钱是真的。
                      平台若不给这种调用带上来源，函数会以 CALLER_REFUSED 拒绝：请改由自己的云函数调用

选项：
  --link <接入方式>       沙箱：先把其函数切到该接入方式；--env-file：代替 PROFIT_SHARING_LINK
  --credentials <夹>  --env-file 的 PEM 文件夹，默认 credentials
  --functions <夹>    --env-file 运行的函数，默认 ${functionsFolder()}（${buildCommand()}）
  --prefix <前缀>     --env：函数部署时的前缀
  --yes               动用真钱时不再询问；没有终端可问时必须给出
  --json              只输出函数的应答原文；接管道时用 npm run -s call
  --locale zh-CN|en   语言，默认 PROFIT_SHARING_LOCALE
退出码：0 成功，1 函数答以失败，2 函数没有运行（用法有误或没有调用成），3 函数可能运行过但没有应答：先查询。`,
  en: `${typed('call')} <operation> ['<json>' | - | --file <file>] [options]
Calls one profit-sharing function, for example:
  ${typed('call')} profitSharingQuery '{"transaction_id":"…","out_order_no":"…"}'

The request is the argument, or standard input for -, or what --file holds, or {}. cmd and PowerShell quote in other
ways: take one of the latter two there. Which function is called:
  (default)             the built functions in a running sandbox (${typed('sandbox')})
  --sandbox <url>       a sandbox elsewhere; http://127.0.0.1:9527 by default
  --env-file <file>     runs the built function on this machine with the variables of that file: your own keys, real
                        money; apiv2, apiv3, ecommerce and brand only. Operations with a number need
                        PROFIT_SHARING_LEDGER=off, because the ledger lives in the cloud
  --env <envId>         invokes the deployed function with TENCENTCLOUD_SECRETID / TENCENTCLOUD_SECRETKEY: real money.
                        Where the platform names no source for such a call, the function answers CALLER_REFUSED: call
                        it from a cloud function of yours then

Options:
  --link <link>         sandbox: first puts its functions on that link; --env-file: instead of PROFIT_SHARING_LINK
  --credentials <dir>   PEM files for --env-file, credentials by default
  --functions <dir>     what --env-file runs, ${functionsFolder()} by default (${buildCommand()})
  --prefix <letters>    --env: what the functions were deployed with
  --yes                 do not ask before real money moves; needed where there is no terminal to ask on
  --json                prints the function's reply as it is and nothing else; in a pipe, use npm run -s call
  --locale zh-CN|en     the language, PROFIT_SHARING_LOCALE by default
Ends with 0 for success, 1 for a reply that says failure, 2 when the function did not run (called wrongly, or could not
call), 3 when it may have run and no reply came: query first.`,
};
