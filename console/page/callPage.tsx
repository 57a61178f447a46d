import { useEffect, useState } from 'preact/hooks';
import type { CallDetail, CallView, ExchangeView } from '../views';
import { AdviceBox } from './adviceBox';
import { callDetail } from './ask';
import { Code } from './code';
import { useWords } from './language';
import { yuan } from './money';
import { Chip } from './parts';
import { toneOf } from './tone';
import { WireMessage } from './wireMessage';

function laidOut(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** One call in full: the contract on one side, what travelled on the link on the other. */
export function CallPage({ call }: { readonly call: CallView }) {
  const words = useWords().calls;
  const [detail, setDetail] = useState<CallDetail>();
  const [gone, setGone] = useState(false);
  const { id, tookMs, requests } = call;
  // A call that ended, or sent another request, is read again.
  useEffect(() => {
    let isWanted = true;
    callDetail(id).then(
      (known) => isWanted && setDetail(known),
      () => isWanted && setGone(true),
    );
    return () => {
      isWanted = false;
    };
  }, [id, tookMs, requests]);

  const { functionName, state, code, message, advice, source, moved } = call;
  return (
    <section class="callPage" aria-label={words.call} aria-busy={!detail && !gone}>
      <div class="orderHead">
        <div>
          <h2>{functionName ?? words.outside}</h2>
          <p class="quiet">
            {words.caller} <code>{source || words.noSource}</code>
            {tookMs !== undefined && ` · ${tookMs} ms`} · {words.requests(requests)}
          </p>
        </div>
        <span class="callChips">
          <Chip tone={toneOf(call)}>{code ?? words.states[state]}</Chip>
          {moved > 0 && <Chip tone="busy">{words.moved(yuan(moved))}</Chip>}
        </span>
      </div>
      {(advice !== undefined || state === 'died') && <AdviceBox code={code} message={message} advice={advice} />}
      {gone && <p class="away">{words.gone}</p>}
      {detail && (
        <div class="beside">
          <Contract detail={detail} />
          <section aria-label={words.wire}>
            <h3>{words.wire}</h3>
            {detail.exchanges.length === 0 && <p class="quiet">{words.nothingSent}</p>}
            {detail.exchanges.map((exchange, index) => (
              <Exchange key={`${exchange.api}/${index}`} exchange={exchange} />
            ))}
          </section>
        </div>
      )}
    </section>
  );
}

function Contract({ detail: { event, reply } }: { readonly detail: CallDetail }) {
  const words = useWords().calls;
  const [asked, answered] = [laidOut(event), laidOut(reply)];
  return (
    <section aria-label={words.contract}>
      <h3>{words.contract}</h3>
      <h4>{words.request}</h4>
      {asked ? <Code kind="json" text={asked} label={words.request} /> : <p class="quiet">{words.noContract}</p>}
      {answered && (
        <>
          <h4>{words.reply}</h4>
          <Code kind="json" text={answered} label={words.reply} />
        </>
      )}
    </section>
  );
}

function Exchange({
  exchange: { api, link, request, reply, isCut, fault, moved },
}: {
  readonly exchange: ExchangeView;
}) {
  const words = useWords();
  return (
    <div class="exchange">
      <p class="callChips">
        <Chip tone="calm">{link}</Chip> <b>{api}</b>
        {moved > 0 && <Chip tone="busy">{words.calls.moved(yuan(moved))}</Chip>}
        {fault && <Chip tone="doubt">{words.faults.kinds[fault] ?? fault}</Chip>}
      </p>
      <h4>{words.calls.request}</h4>
      <WireMessage message={request} label={words.calls.request} />
      <h4>{words.calls.reply}</h4>
      {reply ? <WireMessage message={reply} label={words.calls.reply} /> : <p class="why">{words.calls.noAnswer}</p>}
      {isCut && <p class="why">{words.calls.cut}</p>}
    </div>
  );
}
