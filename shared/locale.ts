/** The languages the adapter speaks to its callers. */
export type Locale = 'zh-CN' | 'en';

/** One sentence in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Picks the sentence for a locale. */
export function translate(text: Text, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh;
}

/** What reads the same in both languages. */
export function inBoth(text: string): Text {
  return { zh: text, en: text };
}
