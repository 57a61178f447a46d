'use strict';
const tcb = require('@cloudbase/node-sdk');

tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });

exports.main = async () => 'hello';
