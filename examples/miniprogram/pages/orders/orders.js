const askShop = require('../../cloud/askShop');
const worded = require('../../words/worded');

/** The latest orders with where their money is. */
Component({
  behaviors: [worded],
  data: { orders: [], refusal: null, loading: true },
  methods: {
    onLoad() {
      wx.setNavigationBarTitle({ title: this.data.words.title.orders });
    },

    onShow() {
      return this.reload();
    },

    async onPullDownRefresh() {
      await this.reload();
      wx.stopPullDownRefresh();
    },

    async reload() {
      this.setData({ refusal: null, loading: this.data.orders.length === 0 });
      const { orders = [], refusal = null } = await askShop('list');
      this.setData({ orders, refusal, loading: false });
    },

    open({ currentTarget }) {
      wx.navigateTo({ url: `/pages/order/order?id=${encodeURIComponent(currentTarget.dataset.id)}` });
    },
  },
});
