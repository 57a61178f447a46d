import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { LinkName } from '../../shared/generated/links';
import type { Snapshot } from '../views';
import { type Acts, ActsContext, type Told } from './acts';
import { Calls } from './calls';
import { ClockStrip } from './clockStrip';
import { Header } from './header';
import { dictionary, SpokenContext, useLanguageChoice } from './language';
import { LedgerBesideBank } from './ledgerBesideBank';
import { useLive } from './live';
import { Notices } from './notices';
import { Orders } from './orders';
import { Empty } from './parts';
import { StatusLine } from './statusLine';
import { type TabName, Tabs } from './tabs';
import { Weather } from './weather';

/** The whole page. */
export function Console() {
  const { presence, known } = useLive();
  const [language, speak] = useLanguageChoice();
  const [tab, openTab] = useState<TabName>('orders');
  const [callId, chooseCall] = useState<string>();
  const [told, tell] = useState<Told>();
  // Counts from the moment it is chosen; the sandbox needs a moment to make keys for it.
  const [chosenLink, chooseLink] = useState<LinkName>();
  const taken = known?.road.link;
  const link = chosenLink ?? taken;
  useEffect(() => {
    if (chosenLink === taken) chooseLink(undefined);
  }, [chosenLink, taken]);
  const words = dictionary[language];
  const silence = useCallback(() => tell(undefined), []);

  const acts = useMemo((): Acts => {
    const fail = (error: unknown) => tell({ kind: 'refused', text: error instanceof Error ? error.message : '' });
    return {
      tell,
      attempt: async (does) => {
        try {
          await does();
          return true;
        } catch (error) {
          fail(error);
          return false;
        }
      },
      call: async (name, does) => {
        try {
          const { callId: id, failure } = await does();
          tell({ kind: failure ? 'refused' : 'done', text: failure ?? words.accepted(name), callId: id });
          return failure === undefined;
        } catch (error) {
          fail(error);
          return false;
        }
      },
      showCall: (id) => {
        chooseCall(id);
        openTab('calls');
      },
    };
  }, [words]);

  return (
    <SpokenContext.Provider value={{ language, words }}>
      <ActsContext.Provider value={acts}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Header presence={presence} link={link} chooseLink={chooseLink} speak={speak} />
        {known && <ClockStrip now={known.now} />}
        {presence === 'away' && (
          <p class="away" role="alert">
            {words.presence.awayWhy}
          </p>
        )}
        {known ? (
          <Tabs chosen={tab} choose={openTab} counts={counts(known)}>
            <Panel tab={tab} known={known} link={link ?? known.road.link} callId={callId} chooseCall={chooseCall} />
          </Tabs>
        ) : (
          <main id="main">{presence === 'loading' ? <Loading /> : <Empty title={words.presence.away} />}</main>
        )}
        <StatusLine told={told} close={silence} />
      </ActsContext.Provider>
    </SpokenContext.Provider>
  );
}

interface PanelProps {
  readonly tab: TabName;
  readonly known: Snapshot;
  readonly link: LinkName;
  readonly callId: string | undefined;
  readonly chooseCall: (id: string) => void;
}

function Panel({ tab, known, link, callId, chooseCall }: PanelProps) {
  if (tab === 'orders') return <Orders known={known} link={link} />;
  if (tab === 'calls') return <Calls calls={known.calls} chosen={callId} choose={chooseCall} />;
  if (tab === 'ledger') return <LedgerBesideBank rows={known.ledger} />;
  if (tab === 'notices') return <Notices notices={known.notices} />;
  return <Weather known={known} />;
}

function Loading() {
  return (
    <div class="loading" aria-busy="true">
      <div />
      <div />
      <div />
    </div>
  );
}

function counts({ orders, calls, ledger, notices, waiting }: Snapshot): Readonly<Record<TabName, number>> {
  const { pay, database, crashes } = waiting;
  return {
    orders: orders.length,
    calls: calls.length,
    ledger: ledger.filter(({ verdict }) => verdict !== 'same').length,
    notices: notices.length,
    weather: pay.length + database.length + waiting.notices.length + crashes.length,
  };
}
