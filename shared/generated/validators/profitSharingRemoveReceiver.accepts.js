"use strict";
exports.accepts = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str","receiver"],"properties":{"sub_mch_id":{"type":"string","minLength":1,"maxLength":32},"sub_appid":{"type":"string","minLength":1,"maxLength":32},"nonce_str":{"type":"string","minLength":1,"maxLength":32},"receiver":{"title":"ReceiverToRemove","type":"object","additionalProperties":false,"required":["type","account"],"properties":{"type":{"type":"string","enum":["MERCHANT_ID","PERSONAL_OPENID","PERSONAL_SUB_OPENID"]},"account":{"type":"string","minLength":1,"maxLength":64},"name":{"type":"string","minLength":1,"maxLength":1024}}}},"if":{"required":["receiver"],"properties":{"receiver":{"type":"object","required":["type"],"properties":{"type":{"const":"PERSONAL_SUB_OPENID"}}}}},"then":{"required":["sub_appid"]}};
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.receiver === undefined) && (missing0 = "receiver")){
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
if(data.receiver !== undefined){
let data0 = data.receiver;
const _errs3 = errors;
if(errors === _errs3){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((data0.type === undefined) && (missing1 = "type")){
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
if(data0.type !== undefined){
if("PERSONAL_SUB_OPENID" !== data0.type){
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
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.sub_appid === undefined) && (missing2 = "sub_appid")){
return false;
}
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate10.errors = vErrors;
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if(((data.nonce_str === undefined) && (missing3 = "nonce_str")) || ((data.receiver === undefined) && (missing3 = "receiver"))){
return false;
}
else {
const _errs7 = errors;
for(const key0 in data){
if(!((((key0 === "sub_mch_id") || (key0 === "sub_appid")) || (key0 === "nonce_str")) || (key0 === "receiver"))){
return false;
break;
}
}
if(_errs7 === errors){
if(data.sub_mch_id !== undefined){
let data2 = data.sub_mch_id;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(data2.length > 32 && func2(data2) > 32){
return false;
}
else {
if(data2.length < 2 && func2(data2) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.sub_appid !== undefined){
let data3 = data.sub_appid;
const _errs10 = errors;
if(errors === _errs10){
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
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.nonce_str !== undefined){
let data4 = data.nonce_str;
const _errs12 = errors;
if(errors === _errs12){
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
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.receiver !== undefined){
let data5 = data.receiver;
const _errs14 = errors;
if(errors === _errs14){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing4;
if(((data5.type === undefined) && (missing4 = "type")) || ((data5.account === undefined) && (missing4 = "account"))){
return false;
}
else {
const _errs16 = errors;
for(const key1 in data5){
if(!(((key1 === "type") || (key1 === "account")) || (key1 === "name"))){
return false;
break;
}
}
if(_errs16 === errors){
if(data5.type !== undefined){
let data6 = data5.type;
const _errs17 = errors;
if(typeof data6 !== "string"){
return false;
}
if(!(((data6 === "MERCHANT_ID") || (data6 === "PERSONAL_OPENID")) || (data6 === "PERSONAL_SUB_OPENID"))){
return false;
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.account !== undefined){
let data7 = data5.account;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data7 === "string"){
if(data7.length > 64 && func2(data7) > 64){
return false;
}
else {
if(data7.length < 2 && func2(data7) < 1){
return false;
}
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
if(data5.name !== undefined){
let data8 = data5.name;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data8 === "string"){
if(data8.length > 1024 && func2(data8) > 1024){
return false;
}
else {
if(data8.length < 2 && func2(data8) < 1){
return false;
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
else {
return false;
}
}
var valid3 = _errs14 === errors;
}
else {
var valid3 = true;
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
