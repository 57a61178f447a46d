const orderPage = require('../../cloud/orderPage');
const worded = require('../../words/worded');

/** One order: where its money is, who got what, what went wrong, and what can be done. */
Component({
  behaviors: [worded, orderPage],
  methods: {
    onShow() {
      wx.setNavigationBarTitle({ title: this.data.words.title.order });
      return this.reload();
    },

    async onPullDownRefresh() {
      await this.reload();
      wx.stopPullDownRefresh();
    },

    ask() {
      return this.act('ask');
    },

    openShare() {
      this.open('share');
    },

    openFinish() {
      this.open('finish');
    },

    openGiveBack({ currentTarget }) {
      this.open('giveBack', `&item=${currentTarget.dataset.item}`);
    },

    open(page, more = '') {
      wx.navigateTo({ url: `/pages/${page}/${page}?id=${encodeURIComponent(this.data.id)}${more}` });
    },
  },
});
