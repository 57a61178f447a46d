import { campaignLinks, runCampaign } from './campaign';
import { kindOf } from './injection';
import { idempotence } from './workloads/idempotence';
import { indefinite } from './workloads/indefinite';
import { mixed } from './workloads/mixed';
import { tour, tourInjections } from './workloads/tour';

/** The same seeds whenever the tests run; `npm run campaign` takes others. */
const runs = campaignLinks.map((link, index) => ({
  link,
  runs: [
    { workload: tour(index, campaignLinks.length), seed: 1 },
    { workload: mixed, seed: 1 },
    { workload: index % 2 === 0 ? idempotence : indefinite, seed: 1 },
  ],
}));

/** All links are run at the same time, because a run mostly waits. */
const campaigns = new Map(runs.map((each) => [each.link, runCampaign({ ...each, jobs: 2, steps: 24, shrinkMs: 0 })]));

describe('after any run, with any faults on the way, and a reconciliation', () => {
  it.each(campaignLinks)(
    'over %s bank, ledger and replies agree, and no payee was paid twice',
    async (link) => {
      const campaign = await campaigns.get(link);
      expect(campaign?.failures).toEqual([]);
      const counts = [...(campaign?.statistics.workloads.values() ?? [])];
      expect(counts.map((each) => each.runs)).toEqual([1, 1, 1]);
      // How much gets through depends on the machine; that much was tried does not.
      expect(counts.reduce((sum, { calls }) => sum + calls, 0)).toBeGreaterThan(40);
    },
    120_000,
  );

  it.each(campaignLinks)('over %s every fault of the tour was met', async (link) => {
    const met = (await campaigns.get(link))?.statistics.injections;
    const planned = tourInjections(link, campaignLinks.indexOf(link), campaignLinks.length).map(kindOf);
    expect(planned.filter((kind) => !met?.get(kind)?.hits)).toEqual([]);
  });
});
