import { variables } from '../../shared/generated/config';
import { isLinkName, type LinkName, linkNames } from '../../shared/generated/links';
import { CloudFailure } from '../collections/cloudFailure';
import type { Variables } from './cloudFunctions';

/**
 * What a variable will be: as the file says, or else as the functions that are there agree, or else its default.
 * @throws {CloudFailure} AMBIGUOUS when they do not agree
 */
export function agreedValue(name: string, file: Variables, deployed: readonly Variables[]): string {
  const given = file[name]?.trim();
  if (given) return given;
  const values = new Set(deployed.flatMap((one) => one[name]?.trim() || []));
  if (values.size > 1) {
    throw new CloudFailure('AMBIGUOUS', {
      zh: `各函数的 ${name} 不一致：请在变量文件里设置它`,
      en: `the functions do not agree on ${name}: set it in the file of variables`,
    });
  }
  const row = variables.find((variable) => variable.name === name);
  return [...values][0] ?? (row && 'default' in row ? row.default : '');
}

/**
 * The link the functions will be on.
 * @throws {CloudFailure} INVALID_VARIABLE for one that does not exist: nothing is read on it, so that nothing would be checked
 */
export function linkOf(file: Variables, deployed: readonly Variables[]): LinkName {
  const link = agreedValue('PROFIT_SHARING_LINK', file, deployed);
  if (isLinkName(link)) return link;
  // The value is not repeated: it may be a key in the wrong line.
  throw new CloudFailure('INVALID_VARIABLE', {
    zh: `什么都没有改；PROFIT_SHARING_LINK 只能是 ${linkNames.join('、')}（小写）`,
    en: `nothing was changed; PROFIT_SHARING_LINK is none of ${linkNames.join(', ')} (small letters, as written here)`,
  });
}
