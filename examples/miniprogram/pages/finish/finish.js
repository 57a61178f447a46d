const orderPage = require('../../cloud/orderPage');
const worded = require('../../words/worded');

/** Ends the sharing of an order, after showing what that releases and who would go without, and asking once more. */
Component({
  behaviors: [worded, orderPage],
  data: { asking: false },
  methods: {
    onShow() {
      wx.setNavigationBarTitle({ title: this.data.words.title.finish });
      return this.reload();
    },

    ask() {
      this.setData({ asking: true });
    },

    cancel() {
      this.setData({ asking: false });
    },

    async finish() {
      const done = await this.act('finish');
      this.setData({ asking: false });
      if (done) wx.navigateBack();
    },
  },
});
