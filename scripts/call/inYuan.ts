import type { Locale } from '../../shared/locale';

/** 123456 fen → `¥1,234.56 (123456 fen)`: what people read, and what travels. */
export function inYuan(fen: number, locale: Locale): string {
  const whole = Math.trunc(fen / 100).toLocaleString('en-US');
  const yuan = `¥${whole}.${String(Math.abs(fen % 100)).padStart(2, '0')}`;
  return locale === 'en' ? `${yuan} (${fen} fen)` : `${yuan}（${fen} 分）`;
}
