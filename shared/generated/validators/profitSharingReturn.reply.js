"use strict";
exports.reply = validate10;
const schema11 = {"type":"object","allOf":[{"type":"object","required":["return_code"],"properties":{"return_code":{"type":"string","enum":["SUCCESS","FAIL"],"maxLength":32},"return_msg":{"type":"string","maxLength":128},"error_code":{"type":"string","maxLength":32},"error_msg":{"type":"string","maxLength":256},"result_code":{"type":"string","enum":["SUCCESS","FAIL"],"maxLength":32},"mch_id":{"type":"string","maxLength":32},"sub_mch_id":{"type":"string","maxLength":32},"appid":{"type":"string","maxLength":32},"sub_appid":{"type":"string","maxLength":32},"nonce_str":{"type":"string","maxLength":32},"sign":{"type":"string","maxLength":64},"order_id":{"type":"string","minLength":1,"maxLength":64},"out_order_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"},"out_return_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"},"return_no":{"type":"string","maxLength":64},"return_account_type":{"type":"string","const":"MERCHANT_ID"},"return_account":{"type":"string","minLength":1,"maxLength":64},"return_amount":{"type":["integer","string"],"minimum":0,"pattern":"^[0-9]+$"},"description":{"type":"string","maxLength":80},"result":{"type":"string","enum":["PROCESSING","SUCCESS","FAILED"]},"fail_reason":{"type":"string","enum":["ACCOUNT_ABNORMAL","BALANCE_NOT_ENOUGH","TIME_OUT_CLOSED","PAYER_ACCOUNT_ABNORMAL","INVALID_REQUEST"]},"finish_time":{"type":"string","pattern":"^([0-9]{14})?$"}},"allOf":[{"if":{"properties":{"return_code":{"const":"SUCCESS"},"result_code":{"not":{"const":"FAIL"}}}},"then":{"required":["mch_id","nonce_str","order_id","out_order_no","out_return_no","return_no","return_account_type","return_account","return_amount","result"]},"else":{"anyOf":[{"required":["error_code","error_msg"]},{"required":["return_msg"]}]}},{"if":{"required":["result"],"properties":{"result":{"const":"FAILED"}}},"then":{"required":["fail_reason"]}},{"if":{"required":["result"],"properties":{"result":{"const":"SUCCESS"}}},"then":{"required":["finish_time"]}}]}]};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9A-Za-z_\\-|*@]{1,64}$", "u");
const pattern2 = new RegExp("^[0-9]+$", "u");
const pattern3 = new RegExp("^([0-9]{14})?$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const _errs4 = errors;
let valid2 = true;
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_code !== undefined){
const _errs6 = errors;
if("SUCCESS" !== data.return_code){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid3 = _errs6 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.result_code !== undefined){
const _errs7 = errors;
const _errs8 = errors;
const _errs9 = errors;
if("FAIL" !== data.result_code){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid4 = _errs9 === errors;
if(valid4){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
var valid3 = _errs7 === errors;
}
else {
var valid3 = true;
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
let ifClause0;
if(_valid0){
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.mch_id === undefined){
const err4 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "mch_id"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.nonce_str === undefined){
const err5 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "nonce_str"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.order_id === undefined){
const err6 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "order_id"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.out_order_no === undefined){
const err7 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "out_order_no"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.out_return_no === undefined){
const err8 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "out_return_no"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.return_no === undefined){
const err9 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "return_no"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.return_account_type === undefined){
const err10 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "return_account_type"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.return_account === undefined){
const err11 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "return_account"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.return_amount === undefined){
const err12 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "return_amount"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.result === undefined){
const err13 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "result"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid0 = _errs10 === errors;
valid2 = _valid0;
ifClause0 = "then";
}
else {
const _errs11 = errors;
const _errs12 = errors;
let valid5 = false;
const _errs13 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error_code === undefined){
const err14 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf/0/required",keyword:"required",params:{missingProperty: "error_code"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data.error_msg === undefined){
const err15 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf/0/required",keyword:"required",params:{missingProperty: "error_msg"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid1 = _errs13 === errors;
valid5 = valid5 || _valid1;
if(!valid5){
const _errs14 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_msg === undefined){
const err16 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf/1/required",keyword:"required",params:{missingProperty: "return_msg"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var _valid1 = _errs14 === errors;
valid5 = valid5 || _valid1;
}
if(!valid5){
const err17 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs11 === errors;
valid2 = _valid0;
ifClause0 = "else";
}
if(!valid2){
const err18 = {instancePath,schemaPath:"#/allOf/0/allOf/0/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
const _errs16 = errors;
let valid6 = true;
const _errs17 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.result === undefined) && (missing0 = "result")){
const err19 = {};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
if(data.result !== undefined){
if("FAILED" !== data.result){
const err20 = {};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
}
var _valid2 = _errs17 === errors;
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs19 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fail_reason === undefined){
const err21 = {instancePath,schemaPath:"#/allOf/0/allOf/1/then/required",keyword:"required",params:{missingProperty: "fail_reason"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
var _valid2 = _errs19 === errors;
valid6 = _valid2;
}
if(!valid6){
const err22 = {instancePath,schemaPath:"#/allOf/0/allOf/1/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
const _errs21 = errors;
let valid8 = true;
const _errs22 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.result === undefined) && (missing1 = "result")){
const err23 = {};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
if(data.result !== undefined){
if("SUCCESS" !== data.result){
const err24 = {};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
var _valid3 = _errs22 === errors;
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs24 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.finish_time === undefined){
const err25 = {instancePath,schemaPath:"#/allOf/0/allOf/2/then/required",keyword:"required",params:{missingProperty: "finish_time"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
var _valid3 = _errs24 === errors;
valid8 = _valid3;
}
if(!valid8){
const err26 = {instancePath,schemaPath:"#/allOf/0/allOf/2/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_code === undefined){
const err27 = {instancePath,schemaPath:"#/allOf/0/required",keyword:"required",params:{missingProperty: "return_code"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data.return_code !== undefined){
let data4 = data.return_code;
if(!((data4 === "SUCCESS") || (data4 === "FAIL"))){
const err28 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].properties.return_code.enum}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(typeof data4 === "string"){
if(data4.length > 32 && func2(data4) > 32){
const err29 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/maxLength",keyword:"maxLength",params:{limit: 32}};
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
const err30 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.return_msg !== undefined){
let data5 = data.return_msg;
if(typeof data5 === "string"){
if(data5.length > 128 && func2(data5) > 128){
const err31 = {instancePath:instancePath+"/return_msg",schemaPath:"#/allOf/0/properties/return_msg/maxLength",keyword:"maxLength",params:{limit: 128}};
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
const err32 = {instancePath:instancePath+"/return_msg",schemaPath:"#/allOf/0/properties/return_msg/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.error_code !== undefined){
let data6 = data.error_code;
if(typeof data6 === "string"){
if(data6.length > 32 && func2(data6) > 32){
const err33 = {instancePath:instancePath+"/error_code",schemaPath:"#/allOf/0/properties/error_code/maxLength",keyword:"maxLength",params:{limit: 32}};
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
const err34 = {instancePath:instancePath+"/error_code",schemaPath:"#/allOf/0/properties/error_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.error_msg !== undefined){
let data7 = data.error_msg;
if(typeof data7 === "string"){
if(data7.length > 256 && func2(data7) > 256){
const err35 = {instancePath:instancePath+"/error_msg",schemaPath:"#/allOf/0/properties/error_msg/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/error_msg",schemaPath:"#/allOf/0/properties/error_msg/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.result_code !== undefined){
let data8 = data.result_code;
if(!((data8 === "SUCCESS") || (data8 === "FAIL"))){
const err37 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].properties.result_code.enum}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(typeof data8 === "string"){
if(data8.length > 32 && func2(data8) > 32){
const err38 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.mch_id !== undefined){
let data9 = data.mch_id;
if(typeof data9 === "string"){
if(data9.length > 32 && func2(data9) > 32){
const err40 = {instancePath:instancePath+"/mch_id",schemaPath:"#/allOf/0/properties/mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/mch_id",schemaPath:"#/allOf/0/properties/mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.sub_mch_id !== undefined){
let data10 = data.sub_mch_id;
if(typeof data10 === "string"){
if(data10.length > 32 && func2(data10) > 32){
const err42 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/allOf/0/properties/sub_mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/allOf/0/properties/sub_mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.appid !== undefined){
let data11 = data.appid;
if(typeof data11 === "string"){
if(data11.length > 32 && func2(data11) > 32){
const err44 = {instancePath:instancePath+"/appid",schemaPath:"#/allOf/0/properties/appid/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/appid",schemaPath:"#/allOf/0/properties/appid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.sub_appid !== undefined){
let data12 = data.sub_appid;
if(typeof data12 === "string"){
if(data12.length > 32 && func2(data12) > 32){
const err46 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/allOf/0/properties/sub_appid/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/allOf/0/properties/sub_appid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.nonce_str !== undefined){
let data13 = data.nonce_str;
if(typeof data13 === "string"){
if(data13.length > 32 && func2(data13) > 32){
const err48 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/allOf/0/properties/nonce_str/maxLength",keyword:"maxLength",params:{limit: 32}};
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
const err49 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/allOf/0/properties/nonce_str/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.sign !== undefined){
let data14 = data.sign;
if(typeof data14 === "string"){
if(data14.length > 64 && func2(data14) > 64){
const err50 = {instancePath:instancePath+"/sign",schemaPath:"#/allOf/0/properties/sign/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/sign",schemaPath:"#/allOf/0/properties/sign/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.order_id !== undefined){
let data15 = data.order_id;
if(typeof data15 === "string"){
if(data15.length > 64 && func2(data15) > 64){
const err52 = {instancePath:instancePath+"/order_id",schemaPath:"#/allOf/0/properties/order_id/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data15.length < 2 && func2(data15) < 1){
const err53 = {instancePath:instancePath+"/order_id",schemaPath:"#/allOf/0/properties/order_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/order_id",schemaPath:"#/allOf/0/properties/order_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.out_order_no !== undefined){
let data16 = data.out_order_no;
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
const err55 = {instancePath:instancePath+"/out_order_no",schemaPath:"#/allOf/0/properties/out_order_no/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z_\\-|*@]{1,64}$"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/out_order_no",schemaPath:"#/allOf/0/properties/out_order_no/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.out_return_no !== undefined){
let data17 = data.out_return_no;
if(typeof data17 === "string"){
if(!pattern0.test(data17)){
const err57 = {instancePath:instancePath+"/out_return_no",schemaPath:"#/allOf/0/properties/out_return_no/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z_\\-|*@]{1,64}$"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/out_return_no",schemaPath:"#/allOf/0/properties/out_return_no/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.return_no !== undefined){
let data18 = data.return_no;
if(typeof data18 === "string"){
if(data18.length > 64 && func2(data18) > 64){
const err59 = {instancePath:instancePath+"/return_no",schemaPath:"#/allOf/0/properties/return_no/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/return_no",schemaPath:"#/allOf/0/properties/return_no/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.return_account_type !== undefined){
let data19 = data.return_account_type;
if(typeof data19 !== "string"){
const err61 = {instancePath:instancePath+"/return_account_type",schemaPath:"#/allOf/0/properties/return_account_type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if("MERCHANT_ID" !== data19){
const err62 = {instancePath:instancePath+"/return_account_type",schemaPath:"#/allOf/0/properties/return_account_type/const",keyword:"const",params:{allowedValue: "MERCHANT_ID"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.return_account !== undefined){
let data20 = data.return_account;
if(typeof data20 === "string"){
if(data20.length > 64 && func2(data20) > 64){
const err63 = {instancePath:instancePath+"/return_account",schemaPath:"#/allOf/0/properties/return_account/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data20.length < 2 && func2(data20) < 1){
const err64 = {instancePath:instancePath+"/return_account",schemaPath:"#/allOf/0/properties/return_account/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/return_account",schemaPath:"#/allOf/0/properties/return_account/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.return_amount !== undefined){
let data21 = data.return_amount;
if((!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))) && (typeof data21 !== "string")){
const err66 = {instancePath:instancePath+"/return_amount",schemaPath:"#/allOf/0/properties/return_amount/type",keyword:"type",params:{type: schema11.allOf[0].properties.return_amount.type}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
const err67 = {instancePath:instancePath+"/return_amount",schemaPath:"#/allOf/0/properties/return_amount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(typeof data21 === "string"){
if(!pattern2.test(data21)){
const err68 = {instancePath:instancePath+"/return_amount",schemaPath:"#/allOf/0/properties/return_amount/pattern",keyword:"pattern",params:{pattern: "^[0-9]+$"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
if(data.description !== undefined){
let data22 = data.description;
if(typeof data22 === "string"){
if(data22.length > 80 && func2(data22) > 80){
const err69 = {instancePath:instancePath+"/description",schemaPath:"#/allOf/0/properties/description/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/description",schemaPath:"#/allOf/0/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data.result !== undefined){
let data23 = data.result;
if(typeof data23 !== "string"){
const err71 = {instancePath:instancePath+"/result",schemaPath:"#/allOf/0/properties/result/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(!(((data23 === "PROCESSING") || (data23 === "SUCCESS")) || (data23 === "FAILED"))){
const err72 = {instancePath:instancePath+"/result",schemaPath:"#/allOf/0/properties/result/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].properties.result.enum}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data.fail_reason !== undefined){
let data24 = data.fail_reason;
if(typeof data24 !== "string"){
const err73 = {instancePath:instancePath+"/fail_reason",schemaPath:"#/allOf/0/properties/fail_reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(!(((((data24 === "ACCOUNT_ABNORMAL") || (data24 === "BALANCE_NOT_ENOUGH")) || (data24 === "TIME_OUT_CLOSED")) || (data24 === "PAYER_ACCOUNT_ABNORMAL")) || (data24 === "INVALID_REQUEST"))){
const err74 = {instancePath:instancePath+"/fail_reason",schemaPath:"#/allOf/0/properties/fail_reason/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].properties.fail_reason.enum}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data.finish_time !== undefined){
let data25 = data.finish_time;
if(typeof data25 === "string"){
if(!pattern3.test(data25)){
const err75 = {instancePath:instancePath+"/finish_time",schemaPath:"#/allOf/0/properties/finish_time/pattern",keyword:"pattern",params:{pattern: "^([0-9]{14})?$"}};
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
const err76 = {instancePath:instancePath+"/finish_time",schemaPath:"#/allOf/0/properties/finish_time/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath,schemaPath:"#/allOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
