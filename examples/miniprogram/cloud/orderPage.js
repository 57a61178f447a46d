const askShop = require('./askShop');

/**
 * What the pages of one order share: they read it, act on it, and show it or the refusal. `refusal` stays until the next
 * action; `working` keeps a second tap from becoming a second request.
 */
module.exports = Behavior({
  data: { id: '', order: null, refusal: null, loading: true, working: false },
  methods: {
    onLoad({ id }) {
      this.setData({ id });
    },

    /** Reads the order again, as it may have changed behind another page. */
    async reload() {
      this.setData({ loading: !this.data.order });
      this.show(await askShop('read', { id: this.data.id }));
    },

    /** Does something to the order the person is looking at; answers whether it was done. */
    async act(action, details) {
      if (this.data.working) return false;
      this.setData({ working: true, refusal: null });
      const { id, order } = this.data;
      const answer = await askShop(action, { id, seen: order.version, ...details });
      this.show(answer);
      return !answer.refusal;
    },

    show({ order, refusal }) {
      this.setData({ ...(order && { order }), refusal: refusal ?? null, loading: false, working: false });
    },
  },
});
