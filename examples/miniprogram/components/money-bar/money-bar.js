const worded = require('../../words/worded');

/** Where the money of one order is: a bar, and with `legend` each part in words and to the fen. */
Component({
  behaviors: [worded],
  properties: { money: Object, legend: Boolean },
  data: { parts: [] },
  observers: {
    money({ paid = 0, shared, moving, returned, rest, released }) {
      const amounts = { shared, moving, returned, [released ? 'released' : 'rest']: rest };
      const parts = Object.entries(amounts).filter(([, fen]) => fen > 0);
      // A width is only drawn: the amounts beside it stay whole fen.
      this.setData({ parts: parts.map(([name, fen]) => ({ name, fen, width: (fen / paid) * 100 })) });
    },
  },
});
