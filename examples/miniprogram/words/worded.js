const en = require('./en');
const zh = require('./zh');

/** The words of the phone's language, as `words` in the data of a page or component. */
module.exports = Behavior({
  data: { words: wx.getAppBaseInfo().language.startsWith('zh') ? zh : en },
});
