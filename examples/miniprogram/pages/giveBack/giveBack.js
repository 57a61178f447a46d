const orderPage = require('../../cloud/orderPage');
const worded = require('../../words/worded');

/** Takes back what a merchant got for one item of the order, after asking once more. */
Component({
  behaviors: [worded, orderPage],
  data: { index: 0, item: null, asking: false },
  observers: {
    'order, index'(order, index) {
      if (order) this.setData({ item: order.items[index] });
    },
  },
  methods: {
    onLoad({ id, item }) {
      this.setData({ id, index: Number(item) });
      wx.setNavigationBarTitle({ title: this.data.words.title.giveBack });
    },

    onShow() {
      return this.reload();
    },

    ask() {
      this.setData({ asking: true });
    },

    cancel() {
      this.setData({ asking: false });
    },

    async giveBack() {
      const done = await this.act('giveBack', { item: this.data.index });
      this.setData({ asking: false });
      if (done) wx.navigateBack();
    },
  },
});
