import { useState } from 'preact/hooks';
import type { LinkName } from '../../shared/generated/links';
import { chapters as all, type Ending, StoryBroken } from '../scenario/chapters';
import { playOrder } from '../scenario/playOrder';
import type { Payee } from '../views';
import { useActions } from './actions';
import { localeOf, useLanguage, useWords } from './language';
import { openPageStage } from './pageStage';
import { Button } from './parts';

/** A crash is left out: the number of a crashed function is held for its time limit, here 20 s. */
const chapters = all.filter((chapter) => chapter !== 'crashed');

interface StoryBoardProps {
  readonly link: LinkName;
  readonly payees: readonly Payee[];
  readonly off: boolean;
}

/** Plays an order's life and shows how far it has come: the first look at the page is not an empty one. */
export function StoryBoard({ link, payees, off }: StoryBoardProps) {
  const words = useWords().story;
  const language = useLanguage();
  const { notify, showCall } = useActions();
  const [endings, setEndings] = useState<readonly Ending[]>();
  const [broken, setBroken] = useState<StoryBroken>();

  const play = async () => {
    setEndings([]);
    setBroken(undefined);
    try {
      const stage = await openPageStage(link, localeOf[language], payees);
      await playOrder(stage, {
        begins: () => undefined,
        ended: (ending) => setEndings((before) => [...(before ?? []), ending]),
      });
      notify({ kind: 'done', text: words.over });
    } catch (error) {
      if (error instanceof StoryBroken) setBroken(error);
      else notify({ kind: 'refused', text: error instanceof Error ? error.message : '' });
    }
  };

  const stateOf = (index: number) => {
    if (!endings || index > endings.length) return 'ahead';
    const chapter = chapters[index];
    if (broken?.chapter === chapter) return 'broken';
    if (index === endings.length) return broken ? 'ahead' : 'now';
    return endings[index]?.refusal ? 'refused' : 'over';
  };

  return (
    <section class="starter main" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.why}</p>
      <Button look="main" does={play} off={off}>
        {words.play}
      </Button>
      {endings && (
        <ol class="story">
          {chapters.map((chapter, index) => {
            const { callId = undefined, refusal } = endings[index] ?? {};
            const shown = broken?.chapter === chapter ? broken.callId : callId;
            return (
              <li key={chapter} class={stateOf(index)}>
                <span>{words.chapters[chapter]}</span>{' '}
                {broken?.chapter === chapter && <b class="why">{broken.message}</b>} {refusal && <code>{refusal}</code>}{' '}
                {shown && (
                  <button type="button" class="link" onClick={() => showCall(shown)}>
                    {words.look}
                  </button>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
