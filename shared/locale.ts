export type Locale = 'zh-CN' | 'en';

export interface Text {
  readonly zh: string;
  readonly en: string;
}

export function translate(text: Text, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh;
}

export function inBoth(text: string): Text {
  return { zh: text, en: text };
}
