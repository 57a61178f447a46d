import { campaignLinks, runCampaign } from './campaign';

/** Lives per link; all links live at the same time, because a life mostly waits. */
const LIVES = 3;

const campaigns = new Map(
  campaignLinks.map((link) => [link, runCampaign({ link, runs: LIVES, seed: 1, steps: 50, shrinkMs: 0 })]),
);

describe('after any life, with anything going wrong on the way, and a reconciliation', () => {
  it.each(campaignLinks)(
    'over %s bank, ledger and replies tell the same story, and nobody was paid twice',
    async (link) => {
      const campaign = await campaigns.get(link);
      expect(campaign?.failures).toEqual([]);
      expect(campaign?.story.lives).toBe(LIVES);
      // How much gets through depends on the machine; that much was tried does not.
      expect(campaign?.story.calls).toBeGreaterThan(LIVES * 5);
    },
    120_000,
  );
});
