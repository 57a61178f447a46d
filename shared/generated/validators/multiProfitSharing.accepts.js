"use strict";
exports.accepts = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str","transaction_id","out_order_no","receivers"],"properties":{"sub_mch_id":{"type":"string","minLength":1,"maxLength":32},"sub_appid":{"type":"string","minLength":1,"maxLength":32},"nonce_str":{"type":"string","minLength":1,"maxLength":32},"transaction_id":{"type":"string","minLength":1,"maxLength":32},"out_order_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"},"receivers":{"type":"array","minItems":1,"maxItems":50,"items":{"title":"ShareReceiver","type":"object","additionalProperties":false,"required":["type","account","amount","description"],"properties":{"type":{"type":"string","enum":["MERCHANT_ID","PERSONAL_OPENID","PERSONAL_SUB_OPENID"]},"account":{"type":"string","minLength":1,"maxLength":64},"amount":{"type":"integer","minimum":1,"maximum":9007199254740991},"description":{"type":"string","minLength":1,"maxLength":80},"name":{"type":"string","minLength":1,"maxLength":1024}}}}},"if":{"required":["receivers"],"properties":{"receivers":{"type":"array","contains":{"type":"object","required":["type"],"properties":{"type":{"const":"PERSONAL_SUB_OPENID"}}}}}},"then":{"required":["sub_appid"]}};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9A-Za-z_\\-|*@]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.receivers === undefined) && (missing0 = "receivers")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.receivers !== undefined){
let data0 = data.receivers;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data0)){
const _errs5 = errors;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs6 = errors;
if(errors === _errs6){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((data1.type === undefined) && (missing1 = "type")){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(data1.type !== undefined){
if("PERSONAL_SUB_OPENID" !== data1.type){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
}
else {
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid2 = _errs6 === errors;
if(valid2){
break;
}
}
if(!valid2){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
else {
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs9 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.sub_appid === undefined) && (missing2 = "sub_appid")){
return false;
}
}
var _valid0 = _errs9 === errors;
valid0 = _valid0;
}
if(!valid0){
const err6 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate10.errors = vErrors;
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if(((((data.nonce_str === undefined) && (missing3 = "nonce_str")) || ((data.transaction_id === undefined) && (missing3 = "transaction_id"))) || ((data.out_order_no === undefined) && (missing3 = "out_order_no"))) || ((data.receivers === undefined) && (missing3 = "receivers"))){
return false;
}
else {
const _errs10 = errors;
for(const key0 in data){
if(!((((((key0 === "sub_mch_id") || (key0 === "sub_appid")) || (key0 === "nonce_str")) || (key0 === "transaction_id")) || (key0 === "out_order_no")) || (key0 === "receivers"))){
return false;
break;
}
}
if(_errs10 === errors){
if(data.sub_mch_id !== undefined){
let data3 = data.sub_mch_id;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(data3.length > 32 && func2(data3) > 32){
return false;
}
else {
if(data3.length < 2 && func2(data3) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid4 = _errs11 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.sub_appid !== undefined){
let data4 = data.sub_appid;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(data4.length > 32 && func2(data4) > 32){
return false;
}
else {
if(data4.length < 2 && func2(data4) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.nonce_str !== undefined){
let data5 = data.nonce_str;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data5 === "string"){
if(data5.length > 32 && func2(data5) > 32){
return false;
}
else {
if(data5.length < 2 && func2(data5) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.transaction_id !== undefined){
let data6 = data.transaction_id;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data6 === "string"){
if(data6.length > 32 && func2(data6) > 32){
return false;
}
else {
if(data6.length < 2 && func2(data6) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.out_order_no !== undefined){
let data7 = data.out_order_no;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
return false;
}
}
else {
return false;
}
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.receivers !== undefined){
let data8 = data.receivers;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data8)){
if(data8.length > 50){
return false;
}
else {
if(data8.length < 1){
return false;
}
else {
var valid5 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
const _errs23 = errors;
if(errors === _errs23){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing4;
if(((((data9.type === undefined) && (missing4 = "type")) || ((data9.account === undefined) && (missing4 = "account"))) || ((data9.amount === undefined) && (missing4 = "amount"))) || ((data9.description === undefined) && (missing4 = "description"))){
return false;
}
else {
const _errs25 = errors;
for(const key1 in data9){
if(!(((((key1 === "type") || (key1 === "account")) || (key1 === "amount")) || (key1 === "description")) || (key1 === "name"))){
return false;
break;
}
}
if(_errs25 === errors){
if(data9.type !== undefined){
let data10 = data9.type;
const _errs26 = errors;
if(typeof data10 !== "string"){
return false;
}
if(!(((data10 === "MERCHANT_ID") || (data10 === "PERSONAL_OPENID")) || (data10 === "PERSONAL_SUB_OPENID"))){
return false;
}
var valid6 = _errs26 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.account !== undefined){
let data11 = data9.account;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data11 === "string"){
if(data11.length > 64 && func2(data11) > 64){
return false;
}
else {
if(data11.length < 2 && func2(data11) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid6 = _errs28 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.amount !== undefined){
let data12 = data9.amount;
const _errs30 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
return false;
}
if(errors === _errs30){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 9007199254740991 || isNaN(data12)){
return false;
}
else {
if(data12 < 1 || isNaN(data12)){
return false;
}
}
}
}
var valid6 = _errs30 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.description !== undefined){
let data13 = data9.description;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data13 === "string"){
if(data13.length > 80 && func2(data13) > 80){
return false;
}
else {
if(data13.length < 2 && func2(data13) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid6 = _errs32 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.name !== undefined){
let data14 = data9.name;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data14 === "string"){
if(data14.length > 1024 && func2(data14) > 1024){
return false;
}
else {
if(data14.length < 2 && func2(data14) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid6 = _errs34 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
var valid5 = _errs23 === errors;
if(!valid5){
break;
}
}
}
}
}
else {
return false;
}
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
