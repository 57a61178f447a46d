const worded = require('../../words/worded');

/** Asks once more before money moves for good. Triggers `confirm` or `cancel`; a tap beside it cancels. */
Component({
  behaviors: [worded],
  properties: { open: Boolean, question: String, amount: Number, working: Boolean },
  methods: {
    confirm() {
      if (!this.data.working) this.triggerEvent('confirm');
    },
    cancel() {
      if (!this.data.working) this.triggerEvent('cancel');
    },
  },
});
