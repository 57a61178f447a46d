"use strict";
exports.reply = validate10;
const schema11 = {"type":"object","allOf":[{"type":"object","required":["return_code"],"properties":{"return_code":{"type":"string","enum":["SUCCESS","FAIL"],"maxLength":32},"return_msg":{"type":"string","maxLength":128},"result_code":{"type":"string","enum":["SUCCESS","FAIL"],"maxLength":32},"err_code":{"type":"string","maxLength":32},"err_code_des":{"type":"string","maxLength":128},"mch_id":{"type":"string","maxLength":32},"sub_mch_id":{"type":"string","maxLength":32},"appid":{"type":"string","maxLength":32},"sub_appid":{"type":"string","maxLength":32},"nonce_str":{"type":"string","maxLength":32},"sign":{"type":"string","maxLength":64}},"allOf":[{"if":{"properties":{"return_code":{"const":"SUCCESS"}}},"then":{"required":["result_code","mch_id","nonce_str"]}},{"if":{"required":["result_code"],"properties":{"result_code":{"const":"FAIL"}}},"then":{"required":["err_code","err_code_des"]}}]}],"properties":{"transaction_id":{"type":"string","minLength":1,"maxLength":32},"out_order_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"},"order_id":{"type":"string","minLength":1,"maxLength":64},"status":{"type":"string","enum":["ACCEPTED","PROCESSING","FINISHED","CLOSED"]},"receivers":{"type":"array","items":{"title":"ReceiverLine","type":"object","required":["type","amount","description","result","detail_id"],"anyOf":[{"required":["account"]},{"required":["receiver_account"]}],"properties":{"type":{"type":"string","enum":["MERCHANT_ID","PERSONAL_OPENID","PERSONAL_SUB_OPENID"]},"account":{"type":"string","minLength":1,"maxLength":64},"receiver_account":{"type":"string","maxLength":64},"receiver_mchid":{"type":"string","maxLength":64},"amount":{"type":["integer","string"],"minimum":0,"pattern":"^[0-9]+$"},"description":{"type":"string","maxLength":80},"result":{"type":"string","enum":["PENDING","SUCCESS","CLOSED"]},"finish_time":{"type":"string","pattern":"^([0-9]{14})?$"},"fail_reason":{"type":"string","enum":["ACCOUNT_ABNORMAL","NO_RELATION","RECEIVER_HIGH_RISK","RECEIVER_REAL_NAME_NOT_VERIFIED","NO_AUTH","RECEIVER_RECEIPT_LIMIT","PAYER_ACCOUNT_ABNORMAL","INVALID_REQUEST"]},"detail_id":{"type":"string","maxLength":64},"abnormal_status":{"type":"string","enum":["ABNORMAL_PENDING","ABNORMAL_FINISHED","ABNORMAL_CLOSED"]},"funds_abnormal_redirect_id":{"type":"string","maxLength":64}},"allOf":[{"if":{"required":["result"],"properties":{"result":{"const":"CLOSED"}}},"then":{"required":["fail_reason"]}},{"if":{"required":["result"],"properties":{"result":{"const":"SUCCESS"}}},"then":{"required":["finish_time"]}}]}}},"if":{"required":["result_code"],"properties":{"result_code":{"const":"SUCCESS"}}},"then":{"required":["transaction_id","out_order_no","order_id"]}};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9A-Za-z_\\-|*@]{1,64}$", "u");
const pattern1 = new RegExp("^[0-9]+$", "u");
const pattern2 = new RegExp("^([0-9]{14})?$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs4 = errors;
let valid2 = true;
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_code !== undefined){
if("SUCCESS" !== data.return_code){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.result_code === undefined){
const err1 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "result_code"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.mch_id === undefined){
const err2 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "mch_id"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.nonce_str === undefined){
const err3 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "nonce_str"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
valid2 = _valid0;
}
if(!valid2){
const err4 = {instancePath,schemaPath:"#/allOf/0/allOf/0/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const _errs9 = errors;
let valid4 = true;
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.result_code === undefined) && (missing0 = "result_code")){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(data.result_code !== undefined){
if("FAIL" !== data.result_code){
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
var _valid1 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs12 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.err_code === undefined){
const err7 = {instancePath,schemaPath:"#/allOf/0/allOf/1/then/required",keyword:"required",params:{missingProperty: "err_code"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.err_code_des === undefined){
const err8 = {instancePath,schemaPath:"#/allOf/0/allOf/1/then/required",keyword:"required",params:{missingProperty: "err_code_des"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid1 = _errs12 === errors;
valid4 = _valid1;
}
if(!valid4){
const err9 = {instancePath,schemaPath:"#/allOf/0/allOf/1/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_code === undefined){
const err10 = {instancePath,schemaPath:"#/allOf/0/required",keyword:"required",params:{missingProperty: "return_code"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.return_code !== undefined){
let data2 = data.return_code;
if(!((data2 === "SUCCESS") || (data2 === "FAIL"))){
const err11 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].properties.return_code.enum}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(typeof data2 === "string"){
if(data2.length > 32 && func2(data2) > 32){
const err12 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.return_msg !== undefined){
let data3 = data.return_msg;
if(typeof data3 === "string"){
if(data3.length > 128 && func2(data3) > 128){
const err14 = {instancePath:instancePath+"/return_msg",schemaPath:"#/allOf/0/properties/return_msg/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/return_msg",schemaPath:"#/allOf/0/properties/return_msg/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.result_code !== undefined){
let data4 = data.result_code;
if(!((data4 === "SUCCESS") || (data4 === "FAIL"))){
const err16 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].properties.result_code.enum}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(typeof data4 === "string"){
if(data4.length > 32 && func2(data4) > 32){
const err17 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.err_code !== undefined){
let data5 = data.err_code;
if(typeof data5 === "string"){
if(data5.length > 32 && func2(data5) > 32){
const err19 = {instancePath:instancePath+"/err_code",schemaPath:"#/allOf/0/properties/err_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/err_code",schemaPath:"#/allOf/0/properties/err_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.err_code_des !== undefined){
let data6 = data.err_code_des;
if(typeof data6 === "string"){
if(data6.length > 128 && func2(data6) > 128){
const err21 = {instancePath:instancePath+"/err_code_des",schemaPath:"#/allOf/0/properties/err_code_des/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/err_code_des",schemaPath:"#/allOf/0/properties/err_code_des/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.mch_id !== undefined){
let data7 = data.mch_id;
if(typeof data7 === "string"){
if(data7.length > 32 && func2(data7) > 32){
const err23 = {instancePath:instancePath+"/mch_id",schemaPath:"#/allOf/0/properties/mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/mch_id",schemaPath:"#/allOf/0/properties/mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.sub_mch_id !== undefined){
let data8 = data.sub_mch_id;
if(typeof data8 === "string"){
if(data8.length > 32 && func2(data8) > 32){
const err25 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/allOf/0/properties/sub_mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/allOf/0/properties/sub_mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.appid !== undefined){
let data9 = data.appid;
if(typeof data9 === "string"){
if(data9.length > 32 && func2(data9) > 32){
const err27 = {instancePath:instancePath+"/appid",schemaPath:"#/allOf/0/properties/appid/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/appid",schemaPath:"#/allOf/0/properties/appid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.sub_appid !== undefined){
let data10 = data.sub_appid;
if(typeof data10 === "string"){
if(data10.length > 32 && func2(data10) > 32){
const err29 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/allOf/0/properties/sub_appid/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/allOf/0/properties/sub_appid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.nonce_str !== undefined){
let data11 = data.nonce_str;
if(typeof data11 === "string"){
if(data11.length > 32 && func2(data11) > 32){
const err31 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/allOf/0/properties/nonce_str/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/allOf/0/properties/nonce_str/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.sign !== undefined){
let data12 = data.sign;
if(typeof data12 === "string"){
if(data12.length > 64 && func2(data12) > 64){
const err33 = {instancePath:instancePath+"/sign",schemaPath:"#/allOf/0/properties/sign/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/sign",schemaPath:"#/allOf/0/properties/sign/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/allOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const _errs35 = errors;
let valid7 = true;
const _errs36 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.result_code === undefined) && (missing1 = "result_code")){
const err36 = {};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
else {
if(data.result_code !== undefined){
if("SUCCESS" !== data.result_code){
const err37 = {};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
var _valid2 = _errs36 === errors;
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs38 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.transaction_id === undefined){
const err38 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "transaction_id"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data.out_order_no === undefined){
const err39 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "out_order_no"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data.order_id === undefined){
const err40 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "order_id"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
var _valid2 = _errs38 === errors;
valid7 = _valid2;
}
if(!valid7){
const err41 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.transaction_id !== undefined){
let data14 = data.transaction_id;
if(typeof data14 === "string"){
if(data14.length > 32 && func2(data14) > 32){
const err42 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data14.length < 2 && func2(data14) < 1){
const err43 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.out_order_no !== undefined){
let data15 = data.out_order_no;
if(typeof data15 === "string"){
if(!pattern0.test(data15)){
const err45 = {instancePath:instancePath+"/out_order_no",schemaPath:"#/properties/out_order_no/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z_\\-|*@]{1,64}$"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/out_order_no",schemaPath:"#/properties/out_order_no/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.order_id !== undefined){
let data16 = data.order_id;
if(typeof data16 === "string"){
if(data16.length > 64 && func2(data16) > 64){
const err47 = {instancePath:instancePath+"/order_id",schemaPath:"#/properties/order_id/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data16.length < 2 && func2(data16) < 1){
const err48 = {instancePath:instancePath+"/order_id",schemaPath:"#/properties/order_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/order_id",schemaPath:"#/properties/order_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.status !== undefined){
let data17 = data.status;
if(typeof data17 !== "string"){
const err50 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!((((data17 === "ACCEPTED") || (data17 === "PROCESSING")) || (data17 === "FINISHED")) || (data17 === "CLOSED"))){
const err51 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema11.properties.status.enum}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.receivers !== undefined){
let data18 = data.receivers;
if(Array.isArray(data18)){
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
let data19 = data18[i0];
const _errs51 = errors;
let valid12 = false;
const _errs52 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.account === undefined){
const err52 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/anyOf/0/required",keyword:"required",params:{missingProperty: "account"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
var _valid3 = _errs52 === errors;
valid12 = valid12 || _valid3;
if(!valid12){
const _errs53 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.receiver_account === undefined){
const err53 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/anyOf/1/required",keyword:"required",params:{missingProperty: "receiver_account"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
var _valid3 = _errs53 === errors;
valid12 = valid12 || _valid3;
}
if(!valid12){
const err54 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
else {
errors = _errs51;
if(vErrors !== null){
if(_errs51){
vErrors.length = _errs51;
}
else {
vErrors = null;
}
}
}
const _errs55 = errors;
let valid14 = true;
const _errs56 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing2;
if((data19.result === undefined) && (missing2 = "result")){
const err55 = {};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
else {
if(data19.result !== undefined){
if("CLOSED" !== data19.result){
const err56 = {};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
}
var _valid4 = _errs56 === errors;
errors = _errs55;
if(vErrors !== null){
if(_errs55){
vErrors.length = _errs55;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs58 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.fail_reason === undefined){
const err57 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/allOf/0/then/required",keyword:"required",params:{missingProperty: "fail_reason"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
var _valid4 = _errs58 === errors;
valid14 = _valid4;
}
if(!valid14){
const err58 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/allOf/0/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
const _errs60 = errors;
let valid16 = true;
const _errs61 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing3;
if((data19.result === undefined) && (missing3 = "result")){
const err59 = {};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
else {
if(data19.result !== undefined){
if("SUCCESS" !== data19.result){
const err60 = {};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
}
var _valid5 = _errs61 === errors;
errors = _errs60;
if(vErrors !== null){
if(_errs60){
vErrors.length = _errs60;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs63 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.finish_time === undefined){
const err61 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/allOf/1/then/required",keyword:"required",params:{missingProperty: "finish_time"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
var _valid5 = _errs63 === errors;
valid16 = _valid5;
}
if(!valid16){
const err62 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/allOf/1/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.type === undefined){
const err63 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data19.amount === undefined){
const err64 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/required",keyword:"required",params:{missingProperty: "amount"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data19.description === undefined){
const err65 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/required",keyword:"required",params:{missingProperty: "description"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data19.result === undefined){
const err66 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/required",keyword:"required",params:{missingProperty: "result"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data19.detail_id === undefined){
const err67 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/required",keyword:"required",params:{missingProperty: "detail_id"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data19.type !== undefined){
let data22 = data19.type;
if(typeof data22 !== "string"){
const err68 = {instancePath:instancePath+"/receivers/" + i0+"/type",schemaPath:"#/properties/receivers/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!(((data22 === "MERCHANT_ID") || (data22 === "PERSONAL_OPENID")) || (data22 === "PERSONAL_SUB_OPENID"))){
const err69 = {instancePath:instancePath+"/receivers/" + i0+"/type",schemaPath:"#/properties/receivers/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema11.properties.receivers.items.properties.type.enum}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data19.account !== undefined){
let data23 = data19.account;
if(typeof data23 === "string"){
if(data23.length > 64 && func2(data23) > 64){
const err70 = {instancePath:instancePath+"/receivers/" + i0+"/account",schemaPath:"#/properties/receivers/items/properties/account/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data23.length < 2 && func2(data23) < 1){
const err71 = {instancePath:instancePath+"/receivers/" + i0+"/account",schemaPath:"#/properties/receivers/items/properties/account/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/receivers/" + i0+"/account",schemaPath:"#/properties/receivers/items/properties/account/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data19.receiver_account !== undefined){
let data24 = data19.receiver_account;
if(typeof data24 === "string"){
if(data24.length > 64 && func2(data24) > 64){
const err73 = {instancePath:instancePath+"/receivers/" + i0+"/receiver_account",schemaPath:"#/properties/receivers/items/properties/receiver_account/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/receivers/" + i0+"/receiver_account",schemaPath:"#/properties/receivers/items/properties/receiver_account/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data19.receiver_mchid !== undefined){
let data25 = data19.receiver_mchid;
if(typeof data25 === "string"){
if(data25.length > 64 && func2(data25) > 64){
const err75 = {instancePath:instancePath+"/receivers/" + i0+"/receiver_mchid",schemaPath:"#/properties/receivers/items/properties/receiver_mchid/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/receivers/" + i0+"/receiver_mchid",schemaPath:"#/properties/receivers/items/properties/receiver_mchid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data19.amount !== undefined){
let data26 = data19.amount;
if((!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))) && (typeof data26 !== "string")){
const err77 = {instancePath:instancePath+"/receivers/" + i0+"/amount",schemaPath:"#/properties/receivers/items/properties/amount/type",keyword:"type",params:{type: schema11.properties.receivers.items.properties.amount.type}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
const err78 = {instancePath:instancePath+"/receivers/" + i0+"/amount",schemaPath:"#/properties/receivers/items/properties/amount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(typeof data26 === "string"){
if(!pattern1.test(data26)){
const err79 = {instancePath:instancePath+"/receivers/" + i0+"/amount",schemaPath:"#/properties/receivers/items/properties/amount/pattern",keyword:"pattern",params:{pattern: "^[0-9]+$"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
if(data19.description !== undefined){
let data27 = data19.description;
if(typeof data27 === "string"){
if(data27.length > 80 && func2(data27) > 80){
const err80 = {instancePath:instancePath+"/receivers/" + i0+"/description",schemaPath:"#/properties/receivers/items/properties/description/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/receivers/" + i0+"/description",schemaPath:"#/properties/receivers/items/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data19.result !== undefined){
let data28 = data19.result;
if(typeof data28 !== "string"){
const err82 = {instancePath:instancePath+"/receivers/" + i0+"/result",schemaPath:"#/properties/receivers/items/properties/result/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!(((data28 === "PENDING") || (data28 === "SUCCESS")) || (data28 === "CLOSED"))){
const err83 = {instancePath:instancePath+"/receivers/" + i0+"/result",schemaPath:"#/properties/receivers/items/properties/result/enum",keyword:"enum",params:{allowedValues: schema11.properties.receivers.items.properties.result.enum}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data19.finish_time !== undefined){
let data29 = data19.finish_time;
if(typeof data29 === "string"){
if(!pattern2.test(data29)){
const err84 = {instancePath:instancePath+"/receivers/" + i0+"/finish_time",schemaPath:"#/properties/receivers/items/properties/finish_time/pattern",keyword:"pattern",params:{pattern: "^([0-9]{14})?$"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/receivers/" + i0+"/finish_time",schemaPath:"#/properties/receivers/items/properties/finish_time/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data19.fail_reason !== undefined){
let data30 = data19.fail_reason;
if(typeof data30 !== "string"){
const err86 = {instancePath:instancePath+"/receivers/" + i0+"/fail_reason",schemaPath:"#/properties/receivers/items/properties/fail_reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!((((((((data30 === "ACCOUNT_ABNORMAL") || (data30 === "NO_RELATION")) || (data30 === "RECEIVER_HIGH_RISK")) || (data30 === "RECEIVER_REAL_NAME_NOT_VERIFIED")) || (data30 === "NO_AUTH")) || (data30 === "RECEIVER_RECEIPT_LIMIT")) || (data30 === "PAYER_ACCOUNT_ABNORMAL")) || (data30 === "INVALID_REQUEST"))){
const err87 = {instancePath:instancePath+"/receivers/" + i0+"/fail_reason",schemaPath:"#/properties/receivers/items/properties/fail_reason/enum",keyword:"enum",params:{allowedValues: schema11.properties.receivers.items.properties.fail_reason.enum}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data19.detail_id !== undefined){
let data31 = data19.detail_id;
if(typeof data31 === "string"){
if(data31.length > 64 && func2(data31) > 64){
const err88 = {instancePath:instancePath+"/receivers/" + i0+"/detail_id",schemaPath:"#/properties/receivers/items/properties/detail_id/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/receivers/" + i0+"/detail_id",schemaPath:"#/properties/receivers/items/properties/detail_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data19.abnormal_status !== undefined){
let data32 = data19.abnormal_status;
if(typeof data32 !== "string"){
const err90 = {instancePath:instancePath+"/receivers/" + i0+"/abnormal_status",schemaPath:"#/properties/receivers/items/properties/abnormal_status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(!(((data32 === "ABNORMAL_PENDING") || (data32 === "ABNORMAL_FINISHED")) || (data32 === "ABNORMAL_CLOSED"))){
const err91 = {instancePath:instancePath+"/receivers/" + i0+"/abnormal_status",schemaPath:"#/properties/receivers/items/properties/abnormal_status/enum",keyword:"enum",params:{allowedValues: schema11.properties.receivers.items.properties.abnormal_status.enum}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data19.funds_abnormal_redirect_id !== undefined){
let data33 = data19.funds_abnormal_redirect_id;
if(typeof data33 === "string"){
if(data33.length > 64 && func2(data33) > 64){
const err92 = {instancePath:instancePath+"/receivers/" + i0+"/funds_abnormal_redirect_id",schemaPath:"#/properties/receivers/items/properties/funds_abnormal_redirect_id/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/receivers/" + i0+"/funds_abnormal_redirect_id",schemaPath:"#/properties/receivers/items/properties/funds_abnormal_redirect_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
else {
const err94 = {instancePath:instancePath+"/receivers/" + i0,schemaPath:"#/properties/receivers/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
else {
const err95 = {instancePath:instancePath+"/receivers",schemaPath:"#/properties/receivers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
else {
const err96 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
