const orderPage = require('../../cloud/orderPage');
const worded = require('../../words/worded');

/** Who is paid now, and how much that is together. Payees can be held back; amounts are the order's. */
Component({
  behaviors: [worded, orderPage],
  data: { held: {}, sum: 0, chosen: 0 },
  observers: {
    'order, held'(order, held) {
      const lines = order ? order.next.filter(({ account }) => !held[account]) : [];
      this.setData({ chosen: lines.length, sum: lines.reduce((sum, { amount }) => sum + amount, 0) });
    },
  },
  methods: {
    onShow() {
      wx.setNavigationBarTitle({ title: this.data.words.title.share });
      return this.reload();
    },

    toggle({ currentTarget }) {
      const { account } = currentTarget.dataset;
      const { held, working } = this.data;
      if (!working) this.setData({ held: { ...held, [account]: !held[account] } });
    },

    async share() {
      const { order, held, chosen } = this.data;
      if (chosen === 0) return;
      const accounts = order.next.map(({ account }) => account).filter((account) => !held[account]);
      if (await this.act('share', { accounts })) wx.navigateBack();
    },
  },
});
