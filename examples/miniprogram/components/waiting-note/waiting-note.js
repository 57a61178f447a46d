const worded = require('../../words/worded');

/** What a page shows before it has anything to show: that it is reading, or that it could not, with a way to try again. */
Component({
  behaviors: [worded],
  properties: { loading: Boolean, refusal: { type: Object, value: null } },
  methods: {
    again() {
      this.triggerEvent('again');
    },
  },
});
