import type { Text } from '../../shared/locale';

/**
 * Clauses of the error table about money and numbers. A check only reads, and its numbers are made up: there is nothing
 * to repeat under the same number, and nothing that could have moved.
 */
const OF_PAYMENTS = {
  zh: /动账|钱|重复付款|单号|再请求|请求可能|保留 err_code|请求没有发出/,
  en: /\b(mov(ed|es)|money|pay twice|send again|call again|repeat|taken? effect)\b|\b(the|same|new|this very|your) number\b|Keep err_code|was not sent/i,
};

/** Where the table speaks of nothing else. */
const AGAIN: Text = {
  zh: '检查网络后再运行一次；若一直如此，凭这里的错误码与文字联系微信支付。',
  en: 'Check the network and run the command again; if it persists, take the code and the words here to WeChat Pay.',
};

/** What a row of the error table advises, as far as it is about a request that only reads. */
export function probeAdvice({ zh, en }: Text): Text {
  const [inChinese, inEnglish] = [chinese(zh), english(en)];
  return inChinese && inEnglish ? { zh: inChinese, en: inEnglish } : AGAIN;
}

function chinese(text: string): string {
  const sentences = text.split('。').map((sentence) => kept(sentence.split('；'), OF_PAYMENTS.zh).join('；'));
  return ended(sentences, '。', '。');
}

function english(text: string): string {
  const sentences = text.split(/\.(?:\s+|$)/).map((sentence) => kept(sentence.split('; '), OF_PAYMENTS.en).join('; '));
  return ended(sentences, '. ', '.');
}

function kept(clauses: readonly string[], dropped: RegExp): string[] {
  return clauses.filter((clause) => clause.trim() !== '' && !dropped.test(clause));
}

function ended(sentences: readonly string[], between: string, end: string): string {
  const left = sentences.filter((sentence) => sentence !== '');
  return left.length > 0 ? `${left.join(between)}${end}` : '';
}
