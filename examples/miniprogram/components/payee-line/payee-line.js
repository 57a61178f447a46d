const worded = require('../../words/worded');

/** One receiver of a share: who, how much, what came of it and why. Without a name, the account is shown masked. */
Component({
  behaviors: [worded],
  properties: { line: Object },
  data: { who: '' },
  observers: {
    line({ name, account }) {
      this.setData({ who: name || `${account.slice(0, 3)}****${account.slice(-4)}` });
    },
  },
});
