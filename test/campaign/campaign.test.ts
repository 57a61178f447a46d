import { campaignLinks, runCampaign } from './campaign';
import { kindOf } from './trouble';
import { idempotence } from './workloads/idempotence';
import { indefinite } from './workloads/indefinite';
import { mixed } from './workloads/mixed';
import { tour, tourTroubles } from './workloads/tour';

/** The same lives in every run; `npm run campaign` lives others. */
const lives = campaignLinks.map((link, index) => ({
  link,
  lives: [
    { workload: tour(index, campaignLinks.length), seed: 1 },
    { workload: mixed, seed: 1 },
    { workload: index % 2 === 0 ? idempotence : indefinite, seed: 1 },
  ],
}));

/** All links live at the same time, because a life mostly waits. */
const campaigns = new Map(lives.map((each) => [each.link, runCampaign({ ...each, jobs: 2, steps: 24, shrinkMs: 0 })]));

describe('after any life, with anything going wrong on the way, and a reconciliation', () => {
  it.each(campaignLinks)(
    'over %s bank, ledger and replies tell the same story, and nobody was paid twice',
    async (link) => {
      const campaign = await campaigns.get(link);
      expect(campaign?.failures).toEqual([]);
      const counts = [...(campaign?.story.workloads.values() ?? [])];
      expect(counts.map((each) => each.lives)).toEqual([1, 1, 1]);
      // How much gets through depends on the machine; that much was tried does not.
      expect(counts.reduce((sum, { calls }) => sum + calls, 0)).toBeGreaterThan(40);
    },
    120_000,
  );

  it.each(campaignLinks)('over %s every trouble of the tour was met', async (link) => {
    const met = (await campaigns.get(link))?.story.troubles;
    const planned = tourTroubles(link, campaignLinks.indexOf(link), campaignLinks.length).map(kindOf);
    expect(planned.filter((kind) => !met?.get(kind)?.hits)).toEqual([]);
  });
});
