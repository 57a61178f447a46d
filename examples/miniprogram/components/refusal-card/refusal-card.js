const worded = require('../../words/worded');

/** Why something was not done, what that means for the money, and what may safely be done next. */
Component({
  behaviors: [worded],
  properties: { refusal: Object },
  data: { title: '', next: '', retry: '', isDoubt: false },
  observers: {
    refusal({ code, advice }) {
      const { refusal, advice: retries } = this.data.words;
      const isDoubt = code === 'lost' || code === 'unclear_lines' || advice?.funds === 'unknown';
      const known = refusal[code] ?? refusal[isDoubt ? 'unknown' : 'other'];
      const { message = known.next, retry } = advice ?? {};
      this.setData({ title: known.title, next: message, retry: retries[retry] ?? '', isDoubt });
    },
  },
});
