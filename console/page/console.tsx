import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { LinkName } from '../../shared/generated/links';
import type { Snapshot } from '../views';
import { type Actions, ActionsContext, type Toast } from './actions';
import { Calls } from './calls';
import { ClockStrip } from './clockStrip';
import { Faults } from './faults';
import { Header } from './header';
import { dictionary, LanguageContext, useLanguageChoice } from './language';
import { LedgerBesideBank } from './ledgerBesideBank';
import { useLive } from './live';
import { Notices } from './notices';
import { Orders } from './orders';
import { Empty } from './parts';
import { StatusLine } from './statusLine';
import { type TabName, Tabs } from './tabs';

/** The whole page. */
export function Console() {
  const { presence, known } = useLive();
  const [language, setLanguage] = useLanguageChoice();
  const [tab, openTab] = useState<TabName>('orders');
  const [callId, chooseCall] = useState<string>();
  const [toast, notify] = useState<Toast>();
  // Counts from the moment it is chosen; the sandbox needs a moment to make keys for it.
  const [chosenLink, chooseLink] = useState<LinkName>();
  const taken = known?.setup.link;
  const link = chosenLink ?? taken;
  useEffect(() => {
    if (chosenLink === taken) chooseLink(undefined);
  }, [chosenLink, taken]);
  const words = dictionary[language];
  const silence = useCallback(() => notify(undefined), []);

  const actions = useMemo((): Actions => {
    const fail = (error: unknown) => notify({ kind: 'refused', text: error instanceof Error ? error.message : '' });
    return {
      notify,
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
          notify({ kind: failure ? 'refused' : 'done', text: failure ?? words.accepted(name), callId: id });
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
    <LanguageContext.Provider value={{ language, words }}>
      <ActionsContext.Provider value={actions}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Header presence={presence} link={link} chooseLink={chooseLink} setLanguage={setLanguage} />
        {known && <ClockStrip now={known.now} speed={known.speed} />}
        {presence === 'away' && (
          <p class="away" role="alert">
            {words.presence.awayWhy}
          </p>
        )}
        {known ? (
          <Tabs chosen={tab} choose={openTab} counts={counts(known)}>
            <Panel tab={tab} known={known} link={link ?? known.setup.link} callId={callId} chooseCall={chooseCall} />
          </Tabs>
        ) : (
          <main id="main">{presence === 'loading' ? <Loading /> : <Empty title={words.presence.away} />}</main>
        )}
        <StatusLine toast={toast} close={silence} />
      </ActionsContext.Provider>
    </LanguageContext.Provider>
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
  return <Faults known={known} />;
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
    faults: pay.length + database.length + waiting.notices.length + crashes.length,
  };
}
