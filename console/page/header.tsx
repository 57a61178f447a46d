import { LINKS, type LinkName, linkNames } from '../../shared/generated/links';
import { useActions } from './actions';
import { control, switchLink } from './ask';
import { Confirm } from './confirm';
import { type Language, localeOf, useLanguage, useWords } from './language';
import type { Presence } from './live';
import { Select } from './parts';

interface HeaderProps {
  readonly presence: Presence;
  /** Absent until the sandbox has answered. */
  readonly link: LinkName | undefined;
  readonly chooseLink: (link: LinkName | undefined) => void;
  readonly setLanguage: (language: Language) => void;
}

/** Where the reader is, which link is in use, and the language. */
export function Header({ presence, link: current, chooseLink, setLanguage }: HeaderProps) {
  const words = useWords();
  const language = useLanguage();
  const { attempt, notify } = useActions();
  const take = async (link: LinkName) => {
    chooseLink(link);
    // What the sandbox does not take is not in force.
    if (!(await attempt(() => switchLink(link, localeOf[language])))) chooseLink(undefined);
  };
  const reset = () =>
    attempt(async () => {
      await control('POST', 'reset');
      if (current) await switchLink(current, localeOf[language]);
      notify({ kind: 'done', text: words.reset.done });
    });
  return (
    <header>
      <div class="product">
        <img src="/console/icon.svg" alt="" width="32" height="32" />
        <div>
          <h1>{words.title}</h1>
          <p class={`presence ${presence}`}>{words.presence[presence]}</p>
        </div>
      </div>
      <div class="row">
        {current && (
          <Select
            label={words.link}
            value={current}
            options={linkNames.map((link) => [link, `${link} · ${LINKS[link][language]}`])}
            choose={take}
          />
        )}
        <fieldset class="languages">
          <legend class="hidden">{words.language}</legend>
          {(['zh', 'en'] as const).map((name) => (
            <button
              type="button"
              key={name}
              lang={localeOf[name]}
              aria-pressed={name === language}
              onClick={() => setLanguage(name)}
            >
              {name === 'zh' ? '中文' : 'English'}
            </button>
          ))}
        </fieldset>
        <Confirm
          label={words.reset.label}
          question={words.reset.question}
          consequence={words.reset.consequence}
          yes={words.reset.yes}
          does={reset}
          off={presence !== 'live'}
        />
      </div>
    </header>
  );
}
