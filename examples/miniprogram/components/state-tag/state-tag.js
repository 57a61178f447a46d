const worded = require('../../words/worded');

/** The state of an order, a share, a finish or a return, in a word and a colour. */
Component({ behaviors: [worded], properties: { state: String } });
