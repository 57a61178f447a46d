import { type Locale, type Text, translate } from '../../shared/locale';
import type { IndexSpec } from './ledgerCollections';
import type { CollectionPlan } from './planCollections';

/** A plan for people: `=` is there, `+` will be made, `!` needs a person. */
export function describePlan(plans: readonly CollectionPlan[], locale: Locale): string {
  return plans.flatMap((plan) => linesOf(plan, locale)).join('\n');
}

function linesOf(plan: CollectionPlan, locale: Locale): string[] {
  const index = translate({ zh: '索引', en: 'index' }, locale);
  const inTheWay = translate({ zh: '冲突：', en: 'in the way: ' }, locale);
  return [
    plan.exists ? `= ${plan.name}` : `+ ${plan.name}`,
    `  ${translate(accessLine(plan), locale)}`,
    ...plan.present.map((found) => `  = ${index} ${shown(found)}`),
    ...plan.missing.map((wanted) => `  + ${index} ${shown(wanted)}`),
    ...plan.conflicts.map((found) => `  ! ${inTheWay}${index} ${found}`),
  ];
}

function accessLine({ access, accessNow }: CollectionPlan): Text {
  if (access === 'closed') return { zh: '= 权限：仅管理端', en: '= access: administrators only' };
  if (access === 'close')
    return {
      zh: `+ 权限：仅管理端${accessNow ? `，此前为 ${accessNow}` : ''}`,
      en: `+ access: administrators only${accessNow ? `, ${accessNow} until now` : ''}`,
    };
  return accessNow
    ? { zh: `! 权限：你自己的规则（${accessNow}）`, en: `! access: a rule of your own (${accessNow})` }
    : { zh: '! 权限：云 API 不显示', en: '! access: not shown by the cloud API' };
}

export function shown({ name, keys }: IndexSpec): string {
  const fields = Object.entries(keys).map(([field, direction]) => (direction === 1 ? field : `${field} descending`));
  return `${name} (${fields.join(', ')})`;
}

/** What a person has to do about the access of one collection. */
export function byHand(collection: string): Text {
  return {
    zh: `手工：请在云开发控制台确认 ${collection} 仅管理端可读写（ADMINONLY）。能写它的人就能捏造付款。`,
    en: `By hand: make sure that ${collection} is for administrators only (ADMINONLY) in the CloudBase console. Who can write to it can make up payments.`,
  };
}
