import { type Chapter, type Ending, type Fields, type Presenter, StoryBroken } from './chapters';
import type { Called, Stage } from './stage';

/** A call that was answered: by a reply of the contract, whatever it says. */
export interface Answered extends Called {
  readonly reply: Fields;
}

/** One performance of the scenario: what it has come to, and what it expects of each call. */
export class Play {
  #chapter: Chapter = 'paid';

  constructor(
    readonly stage: Stage,
    private readonly presenter: Presenter,
  ) {}

  /** Plays one chapter and shows it. @throws {StoryBroken} */
  async chapter(chapter: Chapter, scene: () => Promise<Omit<Ending, 'chapter'>>): Promise<void> {
    this.#chapter = chapter;
    this.presenter.begins(chapter);
    await this.presenter.ended({ chapter, ...(await scene()) });
  }

  /** @throws {StoryBroken} unless it holds */
  expect(holds: boolean, otherwise: string, callId?: string): void {
    if (!holds) throw new StoryBroken(this.#chapter, callId, otherwise);
  }

  /** A call that is accepted. @throws {StoryBroken} when it is not */
  async accepted(operation: string, request: Fields): Promise<Answered & { readonly request: Fields }> {
    const { callId, reply, failure } = await this.stage.backend(operation, request);
    if (!reply || failure !== undefined) throw new StoryBroken(this.#chapter, callId, failure ?? 'no reply');
    return { ...(callId !== undefined && { callId }), request, reply };
  }

  /** A call that is refused with this code. @throws {StoryBroken} when it is answered otherwise */
  async refused(
    operation: string,
    request: Fields,
    code: string,
    caller: 'backend' | 'client' = 'backend',
  ): Promise<Answered & { readonly request: Fields; readonly refusal: string }> {
    const { callId, reply, failure } = await this.stage[caller](operation, request);
    if (!reply || failure !== code) throw new StoryBroken(this.#chapter, callId, failure ?? `expected ${code}`);
    return { ...(callId !== undefined && { callId }), request, reply, refusal: code };
  }

  async minutePasses(): Promise<void> {
    await this.stage.control('POST', 'clock/advance', { seconds: 60 });
  }
}
