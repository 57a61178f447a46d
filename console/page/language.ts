import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { en } from './words/en';
import type { Words } from './words/words';
import { zh } from './words/zh';

export type Language = 'zh' | 'en';

export const dictionary: Readonly<Record<Language, Words>> = { zh, en };

/** What PROFIT_SHARING_LOCALE is called in each language of the page. */
export const localeOf: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

const REMEMBERED = 'console-language';

function preferred(): Language {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === 'zh' || remembered === 'en') return remembered;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

interface LanguageState {
  readonly language: Language;
  readonly words: Words;
}

export const LanguageContext = createContext<LanguageState>({ language: 'en', words: en });

export const useWords = (): Words => useContext(LanguageContext).words;
export const useLanguage = (): Language => useContext(LanguageContext).language;

/** The language of the page, remembered by the browser. */
export function useLanguageChoice(): readonly [Language, (language: Language) => void] {
  const [language, choose] = useState(preferred);
  useEffect(() => {
    localStorage.setItem(REMEMBERED, language);
    document.documentElement.lang = localeOf[language];
    document.title = dictionary[language].title;
  }, [language]);
  return [language, choose];
}
